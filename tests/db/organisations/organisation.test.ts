import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addCalendarDay } from '#app/domain/organisations/add-calendar-day.server.ts'
import { eraseDemoOrganisation } from '#app/domain/organisations/erase-demo-organisation.server.ts'
import { loadHolidayTable } from '#app/domain/organisations/load-holiday-table.server.ts'
import { getOrganisation, listCalendarDays, listMembers, loadBusinessCalendar } from '#app/domain/organisations/queries.server.ts'
import { removeCalendarDay } from '#app/domain/organisations/remove-calendar-day.server.ts'
import { updateOrganisation } from '#app/domain/organisations/update-organisation.server.ts'
import { organisations, trail, users } from '#db/schema/index.ts'
import { account, actionsOf, givePassword } from '#tests/support/person.ts'
import { organisationInput } from '#tests/support/organisation-form.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

const makeDemo = (org: TestOrganisation) => account(({ db }) => db.update(organisations).set({ isDemo: true }).where(eq(organisations.id, org.orgId)))
const forbidden = { code: 'forbidden' }

test('an administrator changes the data and the responsible unit; the trail holds what changed and nothing else', async () => {
  const org = await anOrganisation('admin')
  await org.run(org.as('admin'), (ctx) => updateOrganisation(ctx, { ...organisationInput(), revision: 1 }))
  await org.run(org.as('admin'), (ctx) => updateOrganisation(ctx, { ...organisationInput({ unitLead: '周敏' }), revision: 2 }))
  const [, entry] = await org.run(org.as('admin'), ({ db }) => db.select().from(trail).orderBy(trail.seq))
  expect(Object.keys(JSON.parse(entry!.body).after)).toEqual(['unit'])
})

test('of two who saved the same page the second is told', async () => {
  const org = await anOrganisation('admin')
  const save = (name: string) => org.run(org.as('admin'), (ctx) => updateOrganisation(ctx, { ...organisationInput({ name }), revision: 1 }))
  await save('first')
  await expect(save('second')).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
  expect((await org.run(org.as('admin'), getOrganisation)).name).toBe('first')
})

test("saving touches one's own organisation only", async () => {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  await one.run(one.as('admin'), (ctx) => updateOrganisation(ctx, { ...organisationInput(), revision: 1 }))
  expect((await two.run(two.as('admin'), getOrganisation)).revision).toBe(1)
})

test('days are added, changed to the other kind, and made ordinary again', async () => {
  const org = await anOrganisation('admin')
  const run = <T>(work: Parameters<typeof org.run<T>>[1]) => org.run(org.as('admin'), work)
  await run((ctx) => addCalendarDay(ctx, { day: '2027-02-06', kind: 'holiday' }))
  await expect(run((ctx) => addCalendarDay(ctx, { day: '2027-02-06', kind: 'holiday' }))).rejects.toMatchObject({ fields: [{ field: 'day', key: 'organisations.calendar.known_holiday' }] })
  await run((ctx) => addCalendarDay(ctx, { day: '2027-02-06', kind: 'work_day' }))
  const calendar = await run(loadBusinessCalendar)
  expect([[...calendar.workDays], [...calendar.holidays], [...calendar.years]]).toEqual([['2027-02-06'], [], [2027]])
  await run((ctx) => removeCalendarDay(ctx, { day: '2027-02-06' }))
  await expect(run((ctx) => removeCalendarDay(ctx, { day: '2027-02-06' }))).rejects.toMatchObject({ code: 'not-found' })
  expect(await actionsOf(org)).toEqual(['calendar.add_day', 'calendar.add_day', 'calendar.remove_day'])
})

test('a published table fills what is missing and leaves what was set by hand', async () => {
  const org = await anOrganisation('admin')
  await org.run(org.as('admin'), (ctx) => addCalendarDay(ctx, { day: '2026-10-05', kind: 'work_day' }))
  expect(await org.run(org.as('admin'), (ctx) => loadHolidayTable(ctx, { year: 2026 }))).toBe(38)
  expect(await org.run(org.as('admin'), (ctx) => loadHolidayTable(ctx, { year: 2026 }))).toBe(0)
  const days = await org.run(org.as('admin'), listCalendarDays)
  expect(days.find(({ day }) => day === '2026-10-05')?.kind).toBe('work_day')
  await expect(org.run(org.as('admin'), (ctx) => loadHolidayTable(ctx, { year: 1999 }))).rejects.toMatchObject({ code: 'not-found', key: 'organisations.calendar.no_table' })
})

test("another organisation's days are not there", async () => {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  await one.run(one.as('admin'), (ctx) => addCalendarDay(ctx, { day: '2027-02-06', kind: 'holiday' }))
  expect(await two.run(two.as('admin'), listCalendarDays)).toEqual([])
  await expect(two.run(two.as('admin'), (ctx) => removeCalendarDay(ctx, { day: '2027-02-06' }))).rejects.toMatchObject({ code: 'not-found' })
})

test('only administrators change organisation and calendar', async () => {
  const org = await anOrganisation('compliance_head')
  const head = org.as('compliance_head')
  await expect(org.run(head, (ctx) => updateOrganisation(ctx, { ...organisationInput(), revision: 1 }))).rejects.toMatchObject(forbidden)
  await expect(org.run(head, (ctx) => addCalendarDay(ctx, { day: '2027-01-01', kind: 'holiday' }))).rejects.toMatchObject(forbidden)
  await expect(org.run(head, (ctx) => removeCalendarDay(ctx, { day: '2027-01-01' }))).rejects.toMatchObject(forbidden)
  await expect(org.run(head, (ctx) => loadHolidayTable(ctx, { year: 2026 }))).rejects.toMatchObject(forbidden)
  await expect(org.run(head, eraseDemoOrganisation)).rejects.toMatchObject(forbidden)
})

test('the demo organisation goes whole, with its people and its trail; others stay', async () => {
  const [demo, real] = [await anOrganisation('admin', 'legal'), await anOrganisation('admin')]
  await makeDemo(demo)
  const email = await givePassword(demo.as('legal'))
  await demo.run(demo.as('admin'), async (ctx) => {
    await aVendor(ctx)
    await updateOrganisation(ctx, { ...organisationInput(), revision: 1 })
  })
  await demo.run(demo.as('admin'), eraseDemoOrganisation)
  expect(await demo.run(demo.as('admin'), ({ db }) => db.select().from(trail))).toEqual([])
  await expect(demo.run(demo.as('admin'), getOrganisation)).rejects.toMatchObject({ code: 'not-found' })
  expect(await account(({ db }) => db.select().from(users).where(eq(users.email, email)))).toEqual([])
  expect(await real.run(real.as('admin'), listMembers)).toHaveLength(1)
})

test('a real organisation cannot be erased', async () => {
  const org = await anOrganisation('admin')
  await expect(org.run(org.as('admin'), eraseDemoOrganisation)).rejects.toMatchObject({ code: 'conflict', key: 'organisations.demo.not_demo' })
})
