import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { localMidnight } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { requireMember } from '../vendors/people.server.ts'
import { earliestStartOf } from './earliest-start.server.ts'
import type { NotifyAuditInput } from './input.ts'
import { moveAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit, getLeadFacts } from './queries.server.ts'

/** Tells the vendor when the audit starts: by the agreement's notice days ahead, 24 hours for a special one, led by somebody independent (DPA-26). */
export async function notifyAudit(ctx: Context, auditId: string, input: NotifyAuditInput): Promise<Audit> {
  requirePermission(ctx, 'audit.plan')

  return inTransaction(ctx, async (ctx) => {
    const { leadAuditorId, auditorFirm, startOn } = input
    const before = { ...(await getAudit(ctx, auditId)), revision: input.revision }
    await requireMember(ctx, { userId: leadAuditorId, field: 'leadAuditorId' })
    const [{ zone }, earliestStart, lead] = await Promise.all([getOrganisation(ctx), earliestStartOf(ctx, before), getLeadFacts(ctx, before)])
    return moveAudit(ctx, before, {
      action: 'notify',
      facts: { startsAt: localMidnight(startOn, zone), earliestStart, lead: { ...lead, leadAuditorId, firm: auditorFirm } },
      set: { leadAuditorId, auditorFirm: auditorFirm ?? null, startOn, notifiedAt: ctx.now },
      data: { startOn, leadAuditorId, dueOn: before.dueEffective },
    })
  })
}
