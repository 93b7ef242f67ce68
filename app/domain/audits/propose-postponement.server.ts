import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { auditBlockers } from './audit.ts'
import type { PostponeAuditInput } from './input.ts'
import { changeAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

/** Compliance asks for a later date, once in a cycle and never past the legal cap (R7.3.1); it holds when the reviewer approves. */
export async function proposePostponement(ctx: Context, auditId: string, { newDueOn, reason, revision }: PostponeAuditInput): Promise<Audit> {
  requirePermission(ctx, 'audit.plan')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getAudit(ctx, auditId)), revision }
    const facts = { dueOn: before.dueEffective, newDueOn, legalCap: before.legalCap, postponedBefore: before.postponedAt !== null, reason }
    const [blocker] = auditBlockers('postpone', before, facts).filter((each) => each !== 'reviewer_approval_missing')
    if (blocker === 'past_legal_cap' || blocker === 'not_later')
      throw new Problem('invalid', 'form.check', {}, [{ field: 'newDueOn', key: `status.blocked.audit.${blocker}` }])
    if (blocker) throw new Problem('conflict', `status.blocked.audit.${blocker}`)
    const set = { postponeTo: newDueOn, postponeReason: reason, postponeProposedBy: decidingMember(ctx.actor) }
    return changeAudit(ctx, before, { action: 'propose_postponement', set, data: { newDueOn, reason } })
  })
}
