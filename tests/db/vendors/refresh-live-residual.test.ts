import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { refreshLiveResidual, refreshLiveResiduals } from '#app/domain/vendors/refresh-live-residual.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { trail } from '#db/schema/index.ts'
import { aCase, aFinding, anAudit, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const system = (orgId: string) => ({ kind: 'system' as const, orgId, job: 'daily' })

test('every event raises the residual by what the model says, and the band follows', async () => {
  const org = await anOrganisation()
  const vendor = await org.run(system(org.orgId), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', residualH: 1128, residualLiveH: 1128, bandLive: 'A' })
    await anAudit(ctx, vendor.id, { dueEffective: '2026-11-23' })
    await aFinding(ctx, vendor.id, { severity: 'high', dueOn: '2026-11-23' })
    await aFinding(ctx, vendor.id, { severity: 'medium', dueOn: '2026-11-01' })
    await aFinding(ctx, vendor.id, { severity: 'critical', dueOn: '2026-11-24' })
    await aCase(ctx, vendor.id, { state: 'remediation', severity: 'high' })
    await aCase(ctx, vendor.id, { state: 'suspected', severity: 'critical' })
    await aCase(ctx, vendor.id, { state: 'closed_remediated', severity: 'low', closedAt: new Date('2025-12-01T00:00:00Z') })
    await aCase(ctx, vendor.id, { state: 'closed_remediated', severity: 'low', closedAt: new Date('2025-11-01T00:00:00Z') })
    return vendor
  })
  expect(await org.run(system(org.orgId), (ctx) => refreshLiveResidual(ctx, vendor.id))).toBe(true)
  await org.run(system(org.orgId), async (ctx) => {
    const after = await getVendor(ctx, vendor.id)
    expect(after).toMatchObject({ residualH: 1128, residualLiveH: 1128 + 500 + 500 + 800 + 200, bandLive: 'C', revision: vendor.revision })
    expect(after.updatedAt).toEqual(NOW)
    const entry = (await ctx.db.select().from(trail).orderBy(asc(trail.seq))).find(({ action }) => action === 'vendor.refresh_residual')
    expect(JSON.parse(entry!.body)).toMatchObject({ before: { residualLiveH: 1128, bandLive: 'A' }, after: { residualLiveH: 3128, bandLive: 'C' }, data: { highCases: 1, overdueHighFindings: 1 } })
  })
})

test('nothing is written when nothing changed, or before a first decision', async () => {
  const org = await anOrganisation()
  await org.run(system(org.orgId), async (ctx) => {
    await aVendor(ctx, { status: 'active', residualH: 2000, residualLiveH: 2000, bandLive: 'B' })
    const undecided = await aVendor(ctx)
    expect(await refreshLiveResiduals(ctx)).toBe(0)
    expect(await refreshLiveResidual(ctx, undecided.id)).toBe(false)
    expect(ctx.pending).toEqual([])
  })
})

test('the daily run reaches every decided vendor of its own organisation only', async () => {
  const [one, two] = [await anOrganisation(), await anOrganisation()]
  for (const org of [one, two])
    await org.run(system(org.orgId), async (ctx) => {
      const vendor = await aVendor(ctx, { status: 'active', residualH: 1000 })
      await aCase(ctx, vendor.id, { state: 'confirmed', severity: 'critical' })
      await aVendor(ctx, { status: 'active', residualH: 9000 })
    })
  expect(await one.run(system(one.orgId), (ctx) => refreshLiveResiduals(ctx))).toBe(2)
  expect(await two.run(system(two.orgId), (ctx) => refreshLiveResiduals(ctx))).toBe(2)
})
