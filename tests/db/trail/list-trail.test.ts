import { expect, test } from 'vitest'
import { listTrail, listTrailActors, TRAIL_PAGE, type TrailFilter } from '#app/domain/trail/queries.server.ts'
import { record } from '#app/domain/trail/record.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const list = (org: TestOrganisation, filter: TrailFilter = {}) => org.run(org.as('auditor'), (ctx) => listTrail(ctx, filter))
const write = (org: TestOrganisation, role: 'auditor' | 'legal', action: string, vendorId?: string, now = NOW) =>
  org.run(org.as(role), (ctx) => record(ctx, { action, subjectType: action.split('.')[0]!, subjectId: 's1', vendorId, before: { status: 'draft' }, after: { status: 'intake' } }), now)

test('the newest come first, page by page, each once', async () => {
  const org = await anOrganisation('auditor')
  await org.run(org.as('auditor'), async (ctx) => {
    for (let n = 0; n < TRAIL_PAGE * 2 + 3; n++) await record(ctx, { action: 'vendor.update', subjectType: 'vendor', subjectId: `v${n}` })
  })
  const seen: number[] = []
  for (let before: number | undefined; ; ) {
    const page = await list(org, { before })
    seen.push(...page.slice(0, TRAIL_PAGE).map(({ seq }) => seq))
    if (page.length <= TRAIL_PAGE) break
    before = page[TRAIL_PAGE - 1]!.seq
  }
  expect(seen).toEqual(Array.from({ length: TRAIL_PAGE * 2 + 3 }, (_, n) => TRAIL_PAGE * 2 + 3 - n))
})

test('filters by person, by act, by subject of the act, by vendor and by days', async () => {
  const org = await anOrganisation('auditor', 'legal')
  const vendor = await org.run(org.as('legal'), (ctx) => aVendor(ctx, { name: '广州云帆' }))
  await write(org, 'legal', 'vendor.submit_intake', vendor.id)
  await write(org, 'auditor', 'vendor.approve')
  await write(org, 'auditor', 'vendorish.approve', undefined, new Date('2026-12-01T00:00:00Z'))
  const actions = async (filter: TrailFilter) => (await list(org, filter)).map(({ action }) => action)
  expect(await actions({ actorId: org.as('legal').userId })).toEqual(['vendor.submit_intake'])
  expect(await actions({ action: 'vendor.approve' })).toEqual(['vendor.approve'])
  expect(await actions({ action: 'vendor.' })).toEqual(['vendor.approve', 'vendor.submit_intake'])
  expect(await actions({ vendorId: vendor.id })).toEqual(['vendor.submit_intake'])
  expect(await actions({ from: NOW, until: new Date(NOW.getTime() + 1) })).toHaveLength(2)
  expect(await list(org, { vendorId: vendor.id })).toMatchObject([{ vendorName: '广州云帆', actorName: 'legal', before: { status: 'draft' }, after: { status: 'intake' } }])
  expect((await org.run(org.as('auditor'), listTrailActors)).map(({ name }) => name)).toEqual(['auditor', 'legal'])
})

test('refuses who may not read the trail, and shows nobody another organisation', async () => {
  const [one, two] = [await anOrganisation('auditor', 'procurement'), await anOrganisation('auditor')]
  await write(one, 'auditor', 'vendor.approve', newId())
  await expect(one.run(one.as('procurement'), (ctx) => listTrail(ctx, {}))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(one.run(one.as('procurement'), listTrailActors)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await list(two)).toEqual([])
})
