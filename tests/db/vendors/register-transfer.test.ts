import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import type { RegisterTransferInput } from '#app/domain/vendors/input.ts'
import { registerTransfer } from '#app/domain/vendors/register-transfer.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, assessments, decisions, questionnaireVersions, trail, transfers, vendors } from '#db/schema/index.ts'
import { aCase, anAgreement, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const input = (values: Partial<RegisterTransferInput> = {}): RegisterTransferInput => ({ infoTypes: ['contact'], subjectCount: 1200, purpose: 'Hotline', scenario: 'Inbound calls', ...values })
const scope = [{
  info_type: 'contact', fields: [], scenario_id: 'S1', scenario: 'Hotline', operations: ['view'], purpose: 'customer_support', legal_basis: 'contract',
  countries: ['CN'], hours: '24x7', recipients: [], valid_from: '2026-01-01', valid_to: '2027-12-31',
}]

async function aSuppliedVendor(ctx: Context, { outcome = 'approve' as const, ...values }: Partial<typeof vendors.$inferInsert> & { outcome?: 'approve' | 'conditional' | 'reject' } = {}) {
  const { orgId } = ctx.actor
  const vendor = await aVendor(ctx, { status: 'active', ...values })
  const engagement = await anEngagement(ctx, vendor.id, { status: 'submitted' })
  const agreement = await anAgreement(ctx, vendor.id, { engagementId: engagement.id, scope })
  const version = newId()
  await ctx.db.insert(questionnaireVersions).values({ orgId, id: version, templateId: 'x', version: '1', digest: version, body: {}, publishedAt: ctx.now })
  const assessmentId = newId()
  await ctx.db.insert(assessments).values({
    orgId, id: assessmentId, ref: `A-${version.slice(-6)}`, vendorId: vendor.id, engagementId: engagement.id, questionnaireVersionId: version, modelVersion: '1',
    tier: 'T3', profile: 'full', status: 'decided', dueOn: '2026-01-01', invitedBy: newId(), invitedAt: ctx.now, updatedAt: ctx.now,
  })
  await ctx.db.insert(decisions).values({ orgId, id: newId(), assessmentId, vendorId: vendor.id, score: {}, gates: {}, residualH: 1000, outcome, proposedBy: newId(), proposedAt: ctx.now, confirmedBy: newId(), confirmedAt: ctx.now })
  return { vendor, agreement }
}

test('a supply inside an active agreement is registered', async () => {
  const org = await anOrganisation('procurement')
  await org.run(org.as('procurement'), async (ctx) => {
    const { vendor, agreement } = await aSuppliedVendor(ctx)
    expect(await registerTransfer(ctx, vendor.id, input())).toMatchObject({ refusal: undefined })
    expect(await ctx.db.select().from(transfers)).toMatchObject([{ vendorId: vendor.id, agreementId: agreement.id, subjectCount: 1200, refusal: null }])
    expect(ctx.pending.map(({ action }) => action)).toEqual(['transfer.register'])
  })
})

test.each<[string, (ctx: Context) => Promise<string>]>([
  ['outside_scope', async (ctx) => (await aSuppliedVendor(ctx)).vendor.id],
  ['vendor_not_active', async (ctx) => (await aSuppliedVendor(ctx, { status: 'contracting' })).vendor.id],
  ['supply_suspended', async (ctx) => (await aSuppliedVendor(ctx, { suspendedAt: ctx.now })).vendor.id],
  ['assessment_invalid', async (ctx) => (await aSuppliedVendor(ctx, { outcome: 'reject' })).vendor.id],
  ['agreement_missing', async (ctx) => (await aVendor(ctx, { status: 'active' })).id],
  ['must_terminate', async (ctx) => {
    const { vendor } = await aSuppliedVendor(ctx)
    await aCase(ctx, vendor.id, { state: 'must_terminate' })
    return vendor.id
  }],
  ['outside_period', async (ctx) => {
    const { vendor, agreement } = await aSuppliedVendor(ctx)
    await ctx.db.update(agreements).set({ authEnd: '2026-11-23' }).where(eq(agreements.id, agreement.id))
    return vendor.id
  }],
])('refused as %s, and the attempt is kept with its entry', async (refusal, make) => {
  const org = await anOrganisation('procurement')
  const procurement = org.as('procurement')
  await org.run(procurement, async (ctx) => {
    const vendorId = await make(ctx)
    expect(await registerTransfer(ctx, vendorId, input({ infoTypes: ['contact', 'biometric'] }))).toMatchObject({ refusal })
  })
  await org.run(procurement, async ({ db }) => {
    expect(await db.select().from(transfers)).toMatchObject([{ refusal, requestedBy: procurement.userId }])
    expect((await db.select().from(trail).orderBy(asc(trail.seq))).map(({ action }) => action)).toEqual(['transfer.refused'])
  })
})

test('refuses an auditor', async () => {
  const org = await anOrganisation('auditor')
  await expect(org.run(org.as('auditor'), (ctx) => registerTransfer(ctx, newId(), input()))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's vendor, nor another vendor's agreement", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const foreign = await one.run(one.as('procurement'), (ctx) => aSuppliedVendor(ctx))
  await two.run(two.as('procurement'), async (ctx) => {
    await expect(registerTransfer(ctx, foreign.vendor.id, input())).rejects.toMatchObject({ code: 'not-found' })
    const { vendor } = await aSuppliedVendor(ctx)
    await expect(registerTransfer(ctx, vendor.id, input({ agreementId: foreign.agreement.id }))).rejects.toMatchObject({ code: 'not-found' })
    expect(await ctx.db.select().from(transfers)).toEqual([])
  })
})
