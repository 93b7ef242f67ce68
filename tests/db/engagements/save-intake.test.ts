import { expect, test } from 'vitest'
import { createEngagement } from '#app/domain/engagements/create-engagement.server.ts'
import { getEngagement, listEngagements, listEngagementsOf } from '#app/domain/engagements/queries.server.ts'
import { saveIntake } from '#app/domain/engagements/save-intake.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { trail, vendorBans } from '#db/schema/index.ts'
import { aFile } from '#tests/support/file.ts'
import { aFullIntake } from '#tests/support/intake.ts'
import { anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const head = { title: '送货上门', revision: 1 }
const draft = (intake = {}, notes = {}) => ({ ...head, intake, notes })

test('a draft keeps gaps, notes and the vendor’s own fields', async () => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  await org.run(procurement, async (ctx) => {
    const vendor = await aVendor(ctx, { name: '顺达物流', regNo: '91350100M000100Y43' })
    const engagement = await anEngagement(ctx, vendor.id)
    const row = { scenario: '送货' }
    const after = await saveIntake(ctx, engagement.id, { ...draft({ 'IN-06': ['contact'], 'IN-05': [row] }, { 'IN-04': 'why' }), businessOwnerId: procurement.userId })
    expect(after).toMatchObject({
      title: '送货上门', businessOwnerId: procurement.userId, revision: 2, status: 'draft', intakeNotes: { 'IN-04': 'why' },
      intake: { 'IN-01': '顺达物流', 'IN-02': '91350100M000100Y43', 'IN-03': '送货上门', 'IN-05': [row], 'IN-06': ['contact'] },
    })
  })
  const [entry] = await org.run(procurement, ({ db }) => db.select().from(trail))
  expect(entry).toMatchObject({ action: 'engagement.save_intake' })
})

test('an impact assessment has to be a file of this organisation', async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const foreign = await two.run(two.as('procurement'), (ctx) => aFile(ctx))
  await one.run(one.as('procurement'), async (ctx) => {
    const engagement = await anEngagement(ctx, (await aVendor(ctx)).id)
    await expect(saveIntake(ctx, engagement.id, draft({ 'IN-19': [foreign.id] }))).rejects.toMatchObject({ code: 'not-found' })
    const own = await aFile(ctx)
    expect(await saveIntake(ctx, engagement.id, draft({ 'IN-19': [own.id] }))).toMatchObject({ piaFileId: own.id })
  })
})

test.each([
  ['a date that does not exist', { 'IN-15': '2027-02-30' }, 'IN-15', 'answer.not_a_date'],
  ['a number that is none', { 'IN-07': 'many' }, 'IN-07', 'answer.not_a_number'],
  ['half a person', { 'IN-07': 2.5 }, 'IN-07', 'answer.not_whole'],
  ['no information together with some', { 'IN-06': ['none', 'contact'] }, 'IN-06', 'answer.exclusive'],
  ['an option that nobody offers', { 'IN-09': 'telepathy' }, 'IN-09', 'answer.unknown_option'],
  ['a country that is none', { 'IN-10': [{ country: 'XX' }] }, 'IN-10[0].country', 'answer.unknown_country'],
  ['a cell that is too long', { 'IN-05': [{ scenario: '长'.repeat(301) }] }, 'IN-05[0].scenario', 'answer.too_long'],
])('%s is refused at its field', async (_, intake, field, key) => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const engagement = await anEngagement(ctx, (await aVendor(ctx)).id)
    await expect(saveIntake(ctx, engagement.id, draft(intake))).rejects.toMatchObject({ code: 'invalid', fields: [{ field, key }] })
  })
})

test('a note that is too long is refused at the note', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const engagement = await anEngagement(ctx, (await aVendor(ctx)).id)
    await expect(saveIntake(ctx, engagement.id, draft({}, { 'IN-04': 'x'.repeat(2001) }))).rejects.toMatchObject({ fields: [{ field: 'IN-04.note' }] })
  })
})

test('refuses an auditor', async () => {
  const org = await anOrganisation('auditor')
  await org.run(org.as('auditor'), async (ctx) => {
    await expect(saveIntake(ctx, newId(), draft())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createEngagement(ctx, newId(), { title: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test("does not find another organisation's engagement, nor its vendor", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const engagement = await one.run(one.as('procurement'), async (ctx) => anEngagement(ctx, (await aVendor(ctx)).id))
  await two.run(two.as('procurement'), async (ctx) => {
    for (const id of [engagement.id, newId(), 'x']) {
      await expect(getEngagement(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(saveIntake(ctx, id, draft())).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(createEngagement(ctx, engagement.vendorId, { title: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await listEngagements(ctx, {})).toEqual({ engagements: [], more: false })
    expect(await listEngagementsOf(ctx, engagement.vendorId)).toEqual([])
  })
})

test('refuses what was submitted, and what somebody else saved meanwhile', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    const submitted = await anEngagement(ctx, vendor.id, { status: 'submitted' })
    await expect(saveIntake(ctx, submitted.id, draft())).rejects.toMatchObject({ code: 'conflict', key: 'engagements.not_a_draft' })
    const engagement = await anEngagement(ctx, vendor.id)
    await saveIntake(ctx, engagement.id, draft())
    await expect(saveIntake(ctx, engagement.id, draft())).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
  })
})

test('one more service may be asked of a vendor, unless it was refused, given up, is being ended or banned', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const active = await aVendor(ctx, { status: 'active' })
    expect(await createEngagement(ctx, active.id, { title: 'Second' })).toMatchObject({ ref: 'E-0001', title: 'Second', status: 'draft', vendorId: active.id })
    for (const status of ['rejected', 'withdrawn', 'terminating'] as const) {
      const vendor = await aVendor(ctx, { status })
      await expect(createEngagement(ctx, vendor.id, { title: 'x' })).rejects.toMatchObject({ code: 'conflict', key: 'status.blocked.vendor.wrong_status' })
    }
    const banned = await aVendor(ctx, { status: 'banned' })
    await ctx.db.insert(vendorBans).values({ orgId: ctx.actor.orgId, id: newId(), vendorId: banned.id, fromOn: '2026-01-01', untilOn: '2029-01-01', reason: 'V-01', createdAt: ctx.now })
    await expect(createEngagement(ctx, banned.id, { title: 'x' })).rejects.toMatchObject({ code: 'conflict', key: 'vendors.banned_until', data: { until: '2029-01-01' } })
  })
})

test('requests come the last touched first, every one once', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    for (let n = 0; n < 60; n += 1) await anEngagement(ctx, vendor.id, { updatedAt: new Date(ctx.now.getTime() + (n % 4)), intake: aFullIntake('x') })
    const first = await listEngagements(ctx, { status: 'draft' })
    const last = first.engagements.at(-1)!
    const second = await listEngagements(ctx, { status: 'draft', after: last })
    expect([first.engagements.length, first.more, second.engagements.length, second.more]).toEqual([50, true, 10, false])
    expect(new Set([...first.engagements, ...second.engagements].map(({ id }) => id)).size).toBe(60)
    expect((await listEngagements(ctx, { status: 'submitted' })).engagements).toEqual([])
  })
})
