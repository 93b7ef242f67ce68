import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { caseVerdict } from './case.ts'
import { decidingMember } from './deciding-member.ts'
import { enterMustTerminate } from './enter-must-terminate.server.ts'
import type { ConfirmCaseInput } from './input.ts'
import { loadClock } from './load-clock.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { countEvidence, getCase, wasConfirmedBefore } from './queries.server.ts'
import { getViolation } from './violation-catalogue.server.ts'

/**
 * The violation is established, on evidence, for high and critical by another person than the investigator. What follows is
 * the law's, not the person's: class T and aggravated P end the engagement at once, P is reviewed for two business days,
 * D is cured, and a D that returns within twelve months ends it too (R7.3.3, rulings 19).
 */
export async function confirmCase(ctx: Context, caseId: string, { reason, aggravated, revision }: ConfirmCaseInput): Promise<Case> {
  requirePermission(ctx, 'violation.confirm')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const approverId = decidingMember(ctx.actor)
    const investigatorId = before.investigatorId ?? approverId
    const isAggravated = aggravated && before.class === 'P' && getViolation(before.violationId).note?.kind === 'aggravating'
    const confirmed = await moveCase(ctx, before, {
      action: 'confirm',
      facts: { evidenceCount: await countEvidence(ctx, before.id), investigatorId, approverId },
      set: { confirmedAt: ctx.now, decidedBy: investigatorId, approvedBy: approverId, decisionReason: reason, aggravated: isAggravated },
      data: { reason, class: before.class, severity: before.severity, aggravated: isAggravated },
    })
    const repeated = await wasConfirmedBefore(ctx, confirmed, await loadClock(ctx))
    const verdict = caseVerdict({ ...confirmed, repeated })
    if (verdict === 'must_terminate') return enterMustTerminate(ctx, confirmed, { action: 'must_terminate', facts: {}, repeated, data: { repeated } })
    if (verdict === 'review_downgrade') return moveCase(ctx, confirmed, { action: 'review_downgrade', facts: {} })
    return confirmed
  })
}
