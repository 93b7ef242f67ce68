import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startAgreement } from '#app/domain/agreements/start-agreement.server.ts'
import { voidAgreement } from '#app/domain/agreements/void-agreement.server.ts'
import { agreements, assessments, decisions, trail, vendors } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { AGREEMENT_ROLES, anApprovedEngagement } from '#tests/support/agreement.ts'
import { anOrganisation } from '#tests/support/world.ts'

test('drafts the agreement from scope, answers and names, and the vendor is contracting', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { engagementId, vendorId } = await org.run(org.as('procurement'), (ctx) => anApprovedEngagement(ctx))
  const agreement = await org.run(org.as('procurement'), (ctx) => startAgreement(ctx, engagementId))
  expect(agreement).toMatchObject({ status: 'draft', version: 1, number: 'DPA-0001', authStart: '2026-12-01', authEnd: '2028-11-30' })
  expect(agreement.parameters).toMatchObject({
    vendor_name: { zh: '广州云帆呼叫中心服务外包有限公司', en: 'Guangzhou Yunfan Contact Centre Outsourcing Co., Ltd.' },
    purposes: ['customer_support', 'service_delivery'],
  })
  expect(agreement.scope.map(({ info_type, scenario_id }) => [info_type, scenario_id])).toEqual([['contact', 'S-01'], ['transaction', 'S-01'], ['contact', 'S-02']])
  expect(agreement.schedules.contacts.map(({ party, role }) => `${party} ${role}`).sort()).toEqual([
    'company incident_contact', 'company privacy_lead', 'vendor incident_contact', 'vendor privacy_lead',
  ])
  await org.run(org.as('procurement'), async (ctx) => {
    const [vendor] = await ctx.db.select().from(vendors).where(eq(vendors.id, vendorId))
    expect(vendor?.status).toBe('contracting')
    const entries = await ctx.db.select({ action: trail.action }).from(trail).where(eq(trail.subjectId, agreement.id))
    expect(entries).toEqual([{ action: 'agreement.draft' }])
  })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { engagementId } = await org.run(org.as('procurement'), (ctx) => anApprovedEngagement(ctx))
  await expect(org.run(org.as('auditor'), (ctx) => startAgreement(ctx, engagementId))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's engagement", async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { engagementId } = await one.run(one.as('procurement'), (ctx) => anApprovedEngagement(ctx))
  await expect(two.run(two.as('procurement'), (ctx) => startAgreement(ctx, engagementId))).rejects.toMatchObject({ code: 'not-found' })
  await expect(two.run(two.as('procurement'), (ctx) => startAgreement(ctx, 'nonsense'))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses what was not approved, what has lapsed, and a second agreement', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const start = (wish: Parameters<typeof anApprovedEngagement>[1]) =>
    org.run(org.as('procurement'), async (ctx) => startAgreement(ctx, (await anApprovedEngagement(ctx, wish)).engagementId))
  await expect(start({ outcome: 'reject' })).rejects.toMatchObject({ key: 'agreements.not_approved' })
  await expect(start({ lapsesOn: '2026-11-23' })).rejects.toMatchObject({ key: 'agreements.decision_lapsed' })
  await expect(start({ hasImpactAssessment: false })).rejects.toMatchObject({ key: 'status.blocked.vendor.impact_assessment_missing' })
  const { engagementId } = await start({})
  await expect(org.run(org.as('procurement'), (ctx) => startAgreement(ctx, engagementId))).rejects.toMatchObject({ key: 'agreements.exists_already' })
})

test('a later rejection takes an earlier approval back', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  await org.run(org.as('procurement'), async (ctx) => {
    const { engagementId, vendorId, assessmentId } = await anApprovedEngagement(ctx)
    const [earlier] = await ctx.db.select().from(assessments).where(eq(assessments.id, assessmentId))
    const later = { ...earlier!, id: newId(), ref: 'A-9999', kind: 'reassessment' as const }
    await ctx.db.insert(assessments).values(later)
    await ctx.db.insert(decisions).values({
      orgId: org.orgId, id: newId(), assessmentId: later.id, vendorId, score: {}, gates: {}, residualH: 9000, outcome: 'reject',
      proposedBy: newId(), proposedAt: ctx.now, confirmedBy: newId(), confirmedAt: new Date(ctx.now.getTime() + 1000),
    })
    await expect(startAgreement(ctx, engagementId)).rejects.toMatchObject({ key: 'agreements.not_approved' })
  })
})

test('after a void agreement a new one may be drafted; after an expired one it follows that one', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { engagementId } = await org.run(org.as('procurement'), (ctx) => anApprovedEngagement(ctx))
  const first = await org.run(org.as('procurement'), (ctx) => startAgreement(ctx, engagementId))
  await org.run(org.as('compliance'), (ctx) => voidAgreement(ctx, first.id, { reason: 'Wrong service was drafted.' }))
  const second = await org.run(org.as('procurement'), (ctx) => startAgreement(ctx, engagementId))
  expect(second).toMatchObject({ number: 'DPA-0002', predecessorId: null })
  await org.run(org.as('procurement'), async (ctx) => {
    await ctx.db.update(agreements).set({ status: 'expired' }).where(eq(agreements.id, second.id))
    expect(await startAgreement(ctx, engagementId)).toMatchObject({ predecessorId: second.id })
  })
})
