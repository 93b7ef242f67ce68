import type { Context } from '#app/domain/context.server.ts'
import { draftReport } from '#app/domain/audits/draft-report.server.ts'
import { listApplicableChecks } from '#app/domain/audits/applicable-checks.server.ts'
import { notifyAudit } from '#app/domain/audits/notify-audit.server.ts'
import type { Outcome } from '#app/domain/audits/outcomes.ts'
import { planFirstAudit, type Audit } from '#app/domain/audits/plan-audit.server.ts'
import { getAudit } from '#app/domain/audits/queries.server.ts'
import { recordResult } from '#app/domain/audits/record-result.server.ts'
import { sendReport } from '#app/domain/audits/send-report.server.ts'
import { startFieldwork } from '#app/domain/audits/start-fieldwork.server.ts'
import { anAgreement, anEngagement, aVendor } from './vendor.ts'
import { NOW, type TestOrganisation } from './world.ts'

export const AUDIT_ROLES = ['procurement', 'compliance', 'compliance_head', 'business_owner', 'auditor'] as const
type AuditStage = 'planned' | 'notified' | 'fieldwork' | 'examined' | 'draft_report' | 'vendor_response'

const at = (iso: string) => new Date(iso)
/** When each step of the example happens; the start leaves the ten business days of notice. */
export const AUDIT_TIMES = { notified: NOW, fieldwork: at('2026-12-10T02:00:00Z'), sent: at('2026-12-15T02:00:00Z'), closed: at('2026-12-24T02:00:00Z') }
export const START_ON = '2026-12-10'

type Setting = { stage?: AuditStage; /** By check id; everything else conforms. */ outcomes?: Record<string, Outcome>; tier?: 'T1' | 'T2' | 'T3' | 'T4' }

/** The first audit of an agreement that took effect on 1 September 2026, led by compliance, taken through the real verbs up to a stage. */
export async function anAuditAt(org: TestOrganisation, { stage = 'planned', outcomes = {}, tier = 'T3' }: Setting = {}): Promise<Audit> {
  const lead = org.as('compliance')
  const owner = org.as('business_owner').userId
  const planned = await org.run(lead, async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier, bandLive: 'B' })
    const engagement = await anEngagement(ctx, vendor.id, { tier, businessOwnerId: owner, status: 'submitted' })
    const agreement = await anAgreement(ctx, vendor.id, { engagementId: engagement.id, effectiveOn: '2026-09-01' })
    return planFirstAudit(ctx, { agreement, tier, effectiveOn: '2026-09-01' })
  })
  const again = (ctx: Context) => getAudit(ctx, planned.id)
  const steps: [AuditStage, Date, (ctx: Context) => Promise<unknown>][] = [
    ['notified', AUDIT_TIMES.notified, async (ctx) => notifyAudit(ctx, planned.id, { leadAuditorId: lead.userId, auditorFirm: undefined, startOn: START_ON, revision: (await again(ctx)).revision })],
    ['fieldwork', AUDIT_TIMES.fieldwork, (ctx) => startFieldwork(ctx, planned.id)],
    ['examined', AUDIT_TIMES.fieldwork, (ctx) => recordAll(ctx, planned, outcomes)],
    ['draft_report', AUDIT_TIMES.sent, async (ctx) => draftReport(ctx, planned.id, { summary: 'Thirty checks, a few gaps.', revision: (await again(ctx)).revision })],
    ['vendor_response', AUDIT_TIMES.sent, (ctx) => sendReport(ctx, planned.id)],
  ]
  const wanted = steps.findIndex(([name]) => name === stage)
  for (const [, now, step] of steps.slice(0, wanted + 1)) await org.run(lead, step, now)
  return org.run(lead, again)
}

/** Every check that applies gets its outcome, failures with evidence. */
async function recordAll(ctx: Context, audit: Audit, outcomes: Record<string, Outcome> = {}) {
  for (const { id: checkId } of await listApplicableChecks(ctx, audit)) {
    const outcome = outcomes[checkId] ?? 'conform'
    await recordResult(ctx, audit.id, { checkId, outcome, note: `Seen at ${checkId}`, evidence: 'Screen copies', causedByCompany: false })
  }
}
