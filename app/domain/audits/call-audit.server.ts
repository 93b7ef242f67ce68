import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { getToday } from '../vendors/today.server.ts'
import type { CallAuditInput } from './input.ts'
import { planSpecialAudit, type Audit } from './plan-audit.server.ts'
import { getAuditedAgreement, getAuditRating } from './queries.server.ts'

/** Compliance calls for an audit outside the cycle; one that is planned already, or due before it, serves. */
export async function callAudit(ctx: Context, { agreementId, trigger }: CallAuditInput): Promise<Audit> {
  requirePermission(ctx, 'audit.plan')

  return inTransaction(ctx, async (ctx) => {
    const { agreement } = await getAuditedAgreement(ctx, agreementId)
    if (agreement.status !== 'active') throw new Problem('conflict', 'audits.problem.agreement_not_active')
    const [{ tier }, raisedOn] = await Promise.all([getAuditRating(ctx, agreement.vendorId), getToday(ctx)])
    const audit = await planSpecialAudit(ctx, { agreement, tier, trigger, raisedOn })
    await record(ctx, { action: 'audit.call', subjectType: 'audit', subjectId: audit.id, vendorId: audit.vendorId, data: { ref: audit.ref, trigger } })
    return audit
  })
}
