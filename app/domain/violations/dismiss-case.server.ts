import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { caseCan } from './case.ts'
import { decidingMember } from './deciding-member.ts'
import type { DismissInput } from './input.ts'
import { changeCase, moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { isHighOrCritical } from './severity.ts'

type DismissOutcome = { outcome: 'dismissed' | 'proposed'; violationCase: Case }

/** A suspicion that is a mistake or known already. A high or critical one takes two people: the first proposes, another one dismisses (rulings 19). */
export async function dismissCase(ctx: Context, caseId: string, { reason, revision }: DismissInput): Promise<DismissOutcome> {
  requirePermission(ctx, 'violation.triage')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const deciderId = decidingMember(ctx.actor)
    if (isHighOrCritical(before.severity) && !before.dismissProposedBy) {
      if (!caseCan('dismiss', before)) throw new Problem('conflict', 'status.blocked.case.wrong_state')
      const set = { dismissProposedBy: deciderId, dismissReason: reason }
      return { outcome: 'proposed', violationCase: await changeCase(ctx, before, { action: 'propose_dismissal', set, data: { reason } }) }
    }
    const secondApproverId = before.dismissProposedBy ?? undefined
    const after = await moveCase(ctx, before, {
      action: 'dismiss',
      facts: { reason, deciderId, secondApproverId },
      set: { closedAt: ctx.now, decisionReason: reason, decidedBy: before.dismissProposedBy ?? deciderId, approvedBy: secondApproverId ? deciderId : null },
      data: { reason },
    })
    return { outcome: 'dismissed', violationCase: after }
  })
}
