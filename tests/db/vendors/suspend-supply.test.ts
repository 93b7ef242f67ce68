import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { resumeSupply } from '#app/domain/vendors/resume-supply.server.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { suspendSupply } from '#app/domain/vendors/suspend-supply.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { trail } from '#db/schema/index.ts'
import { aCase, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

const ground = (severity: 'low' | 'medium' | 'high' | 'critical' = 'medium') => ({ reason: 'Logs for nine days are missing.', severity })
const cleared = { reason: 'The logs were delivered and checked.' }
const suspended = { status: 'suspended' as const, suspendedAt: new Date('2026-11-20T00:00:00Z'), suspensionReason: 'x' }

async function aSuspendedVendor(org: TestOrganisation, severity: 'medium' | 'high' | 'critical', by: 'compliance' | 'compliance_head' = 'compliance') {
  const vendor = await org.run(org.as('compliance'), (ctx) => aVendor(ctx, { status: 'active' }))
  return org.run(org.as(by), (ctx) => suspendSupply(ctx, vendor.id, ground(severity)))
}

test('an active vendor is suspended with its ground, and the flag goes up', async () => {
  const org = await anOrganisation('compliance')
  const compliance = org.as('compliance')
  const vendor = await aSuspendedVendor(org, 'medium')
  expect(vendor).toMatchObject({ status: 'suspended', suspensionReason: ground().reason, suspensionSeverity: 'medium', suspendedBy: compliance.userId })
  await org.run(compliance, async (ctx) => {
    expect((await getVendorHeader(ctx, vendor.id)).flags).toEqual(['SUPPLY_SUSPENDED'])
    expect(JSON.parse((await ctx.db.select().from(trail).orderBy(asc(trail.seq)))[0]!.body)).toMatchObject({ action: 'vendor.suspend', data: ground() })
  })
})

test('who suspended may lift a medium ground alone', async () => {
  const org = await anOrganisation('compliance')
  const vendor = await aSuspendedVendor(org, 'medium')
  const { outcome, vendor: after } = await org.run(org.as('compliance'), (ctx) => resumeSupply(ctx, vendor.id, cleared))
  expect(outcome).toBe('resumed')
  expect(after).toMatchObject({ status: 'active', suspendedAt: null, suspendedBy: null, suspensionSeverity: null })
})

test.each(['high', 'critical'] as const)('a %s ground takes another person than the one who suspended', async (severity) => {
  const org = await anOrganisation('compliance', 'compliance_head')
  const vendor = await aSuspendedVendor(org, severity)
  await expect(org.run(org.as('compliance'), (ctx) => resumeSupply(ctx, vendor.id, cleared))).rejects.toMatchObject({ key: 'status.blocked.vendor.second_approver_missing' })
  expect(await org.run(org.as('compliance_head'), (ctx) => resumeSupply(ctx, vendor.id, cleared))).toMatchObject({ outcome: 'resumed' })
})

test('where the product suspended by itself, one person proposes and another confirms', async () => {
  const org = await anOrganisation('compliance', 'compliance_head')
  const vendor = await org.run(org.as('compliance'), (ctx) => aVendor(ctx, suspended))
  expect(await org.run(org.as('compliance'), (ctx) => resumeSupply(ctx, vendor.id, cleared))).toMatchObject({ outcome: 'proposed', vendor: { status: 'suspended' } })
  await expect(org.run(org.as('compliance'), (ctx) => resumeSupply(ctx, vendor.id, cleared))).rejects.toMatchObject({ key: 'status.blocked.vendor.second_approver_missing' })
  expect(await org.run(org.as('compliance_head'), (ctx) => resumeSupply(ctx, vendor.id, cleared))).toMatchObject({ outcome: 'resumed', vendor: { status: 'active' } })
  const actions = await org.run(org.as('compliance'), async ({ db }) => (await db.select().from(trail).orderBy(asc(trail.seq))).map(({ action }) => action))
  expect(actions).toEqual(['vendor.propose_resume', 'vendor.resume'])
})

test('a vendor whose supply was cut while it stayed active goes on without a change of status', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { ...suspended, status: 'active', suspensionSeverity: 'low' })
    expect(await resumeSupply(ctx, vendor.id, cleared)).toMatchObject({ outcome: 'resumed', vendor: { status: 'active', suspendedAt: null } })
  })
})

test('an unread critical suspicion or a case that must end keeps the supply off', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { ...suspended, suspensionSeverity: 'low' })
    await aCase(ctx, vendor.id, { state: 'suspected', severity: 'critical' })
    await expect(resumeSupply(ctx, vendor.id, cleared)).rejects.toMatchObject({ key: 'status.blocked.vendor.ground_remains' })
    const other = await aVendor(ctx, { ...suspended, suspensionSeverity: 'low' })
    await aCase(ctx, other.id, { state: 'must_terminate' })
    await expect(resumeSupply(ctx, other.id, cleared)).rejects.toMatchObject({ key: 'status.blocked.vendor.must_terminate_open' })
  })
})

test('refuses procurement', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    await expect(suspendSupply(ctx, vendor.id, ground())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(resumeSupply(ctx, vendor.id, cleared)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test("does not find another organisation's vendor", async () => {
  const [one, two] = [await anOrganisation('compliance'), await anOrganisation('compliance')]
  const vendor = await one.run(one.as('compliance'), (ctx) => aVendor(ctx, { status: 'active' }))
  await two.run(two.as('compliance'), async (ctx) => {
    for (const id of [vendor.id, newId(), 'x']) {
      await expect(suspendSupply(ctx, id, ground())).rejects.toMatchObject({ code: 'not-found' })
      await expect(resumeSupply(ctx, id, cleared)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

test('refuses a vendor that is not active, and one that is not suspended', async () => {
  const org = await anOrganisation('compliance')
  await org.run(org.as('compliance'), async (ctx) => {
    const draft = await aVendor(ctx)
    await expect(suspendSupply(ctx, draft.id, ground())).rejects.toMatchObject({ code: 'conflict', key: 'status.blocked.vendor.wrong_status' })
    await expect(resumeSupply(ctx, draft.id, cleared)).rejects.toMatchObject({ code: 'conflict', key: 'vendors.not_suspended' })
  })
})
