import { eq } from 'drizzle-orm'
import { getAgreement, type Agreement } from '#app/domain/agreements/queries.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { sendAgreement } from '#app/domain/agreements/send-agreement.server.ts'
import { signAgreement } from '#app/domain/agreements/sign-agreement.server.ts'
import { startAgreement } from '#app/domain/agreements/start-agreement.server.ts'
import { submitAgreement } from '#app/domain/agreements/submit-agreement.server.ts'
import { sendAssessment } from '#app/domain/assessments/send-assessment.server.ts'
import type { Context } from '#app/domain/context.server.ts'
import type { Contact } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { answers, assessments, decisions, engagements, organisations, vendors } from '#db/schema/index.ts'
import { EXAMPLE_ANSWERS, EXAMPLE_INTAKE } from './agreement-example.ts'
import { aReadyVendor } from './assessment.ts'
import { aFile } from './file.ts'
import { NOW, type TestOrganisation } from './world.ts'

export const AGREEMENT_ROLES = ['procurement', 'compliance', 'compliance_head', 'executive', 'signatory', 'auditor'] as const
type AgreementStage = 'draft' | 'complete' | 'in_review' | 'sent' | 'vendor_signed' | 'both_signed'

const GOV_02 = [
  { role: 'privacy_lead', name: '黄志远', title: '信息保护主管', phone: '020-8000 1201', email: 'privacy@yunfan.example' },
  { role: 'incident_contact', name: '欧佩珊', title: '值班经理', phone: '020-8000 1299', email: 'soc@yunfan.example' },
]

type Approved = { vendorId: string; engagementId: string; assessmentId: string; contact: Contact }
type Wish = { lapsesOn?: string; outcome?: 'approve' | 'conditional' | 'reject'; intake?: Record<string, unknown>; hasImpactAssessment?: boolean }

/** A vendor of tier T2 whose engagement a second person has approved, with everything that an agreement takes from its answers. */
export async function anApprovedEngagement(ctx: Context, { lapsesOn = '2027-11-24', outcome = 'approve', intake = {}, hasImpactAssessment = true }: Wish = {}): Promise<Approved> {
  const { orgId } = ctx.actor
  await ctx.db.update(organisations).set({
    name: '海湾消费金融股份有限公司', nameAlt: 'Haiwan Consumer Finance Co., Ltd.', regNo: '91310115MA1H8Q2C4L', address: '上海市浦东新区世纪大道1568号',
    unit: { department: '信息保护部', lead: '周敏', phone: '021-6000 3300', email: 'dpo@haiwan.example' },
  }).where(eq(organisations.id, orgId))
  const { vendor, person, engagement } = await aReadyVendor(ctx, { tier: 'T2', intake: { ...EXAMPLE_INTAKE, ...intake } })
  const { assessment } = await sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: '2026-12-08' })
  await ctx.db.update(vendors).set({
    status: outcome === 'reject' ? 'rejected' : outcome === 'approve' ? 'approved' : 'conditional',
    name: '广州云帆呼叫中心服务外包有限公司', nameAlt: 'Guangzhou Yunfan Contact Centre Outsourcing Co., Ltd.', regNo: `91440101${vendor.id.slice(-10).toUpperCase()}`, address: '广州市番禺区兴业大道88号',
  }).where(eq(vendors.id, vendor.id))
  if (hasImpactAssessment) await ctx.db.update(engagements).set({ piaFileId: (await aFile(ctx)).id }).where(eq(engagements.id, engagement.id))
  await ctx.db.update(assessments).set({ status: 'decided', decidedAt: ctx.now }).where(eq(assessments.id, assessment.id))
  await ctx.db.insert(answers).values(
    [...EXAMPLE_ANSWERS, { question: 'GOV-02', value: GOV_02 }].map(({ question, value }) => ({ orgId, assessmentId: assessment.id, questionId: question, value, updatedAt: ctx.now, updatedBy: person.id })),
  )
  await ctx.db.insert(decisions).values({
    orgId, id: newId(), assessmentId: assessment.id, vendorId: vendor.id, score: { hardKnockouts: [] }, gates: {}, residualH: 2000, outcome,
    proposedBy: newId(), proposedAt: ctx.now, confirmedBy: newId(), confirmedAt: ctx.now, lapsesOn: outcome === 'reject' ? null : lapsesOn,
  })
  return {
    vendorId: vendor.id, engagementId: engagement.id, assessmentId: assessment.id,
    contact: { kind: 'contact', orgId, contactId: person.id, vendorId: vendor.id, name: person.name },
  }
}

/** What the drafter adds to what the answers give: contract, ceilings, hours. */
export const COMPLETION = (agreement: Agreement) => ({
  revision: agreement.revision,
  parameters: { main_contract_ref: 'HW-2026-0881' },
  scope: agreement.scope.map((row) => ({ ...row, max_records_per_day: 5000, max_export_per_event: row.operations.includes('provide') ? 500 : 0, hours: '08:00-20:00' })),
})

export const COMPANY_SIGNER = { name: '沈岱', role: '首席运营官' }
export const VENDOR_SIGNER = { name: '黄志远', role: '授权代表' }

export type AtStage = Approved & { agreement: Agreement }

/** An agreement taken through the real verbs up to a stage. */
export async function anAgreementAt(org: TestOrganisation, stage: AgreementStage, { now = NOW, ...wish }: Wish & { now?: Date } = {}): Promise<AtStage> {
  const procurement = org.as('procurement')
  const approved = await org.run(procurement, (ctx) => anApprovedEngagement(ctx, wish), now)
  const { id } = await org.run(procurement, (ctx) => startAgreement(ctx, approved.engagementId), now)
  const again = (ctx: Context) => getAgreement(ctx, id)
  const digest = async (ctx: Context) => (await again(ctx)).digest ?? ''
  const steps: [AgreementStage, () => Promise<unknown>][] = [
    ['complete', () => org.run(procurement, async (ctx) => saveAgreement(ctx, id, COMPLETION(await again(ctx))), now)],
    ['in_review', () => org.run(procurement, (ctx) => submitAgreement(ctx, id), now)],
    ['sent', () => org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, id), now)],
    ['vendor_signed', () => org.run(approved.contact, async (ctx) => signAgreement(ctx, id, { ...VENDOR_SIGNER, digest: await digest(ctx) }), now)],
    ['both_signed', () => org.run(org.as('executive'), async (ctx) => signAgreement(ctx, id, { ...COMPANY_SIGNER, digest: await digest(ctx) }), now)],
  ]
  const wanted = steps.findIndex(([name]) => name === stage)
  for (const [, step] of steps.slice(0, wanted + 1)) await step()
  return { ...approved, agreement: await org.run(procurement, again, now) }
}
