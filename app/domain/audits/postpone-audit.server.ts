import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { loadBusinessCalendar } from '../organisations/queries.server.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { dueEffective } from './due-dates.ts'
import { moveAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

/** The reviewer approves the postponement that somebody else asked for. The nominal date stays: it feeds the next cycle. */
export async function postponeAudit(ctx: Context, auditId: string): Promise<Audit> {
  requirePermission(ctx, 'audit.close')

  return inTransaction(ctx, async (ctx) => {
    const before = await getAudit(ctx, auditId)
    const approverId = decidingMember(ctx.actor)
    if (!before.postponeTo || !before.postponeProposedBy) throw new Problem('conflict', 'audits.problem.nothing_proposed')
    if (before.postponeProposedBy === approverId) throw new Problem('conflict', 'audits.problem.own_proposal')
    const newDueOn = dueEffective(before.postponeTo, await loadBusinessCalendar(ctx))
    return moveAudit(ctx, before, {
      action: 'postpone',
      facts: {
        newDueOn, approverId, dueOn: before.dueEffective, legalCap: before.legalCap, postponedBefore: before.postponedAt !== null,
        reason: before.postponeReason ?? '', leadAuditorId: before.leadAuditorId ?? undefined,
      },
      set: { dueEffective: newDueOn, postponedAt: ctx.now, startOn: null, notifiedAt: null },
      data: { newDueOn, reason: before.postponeReason },
    })
  })
}
