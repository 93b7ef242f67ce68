import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { loadClock } from '../violations/load-clock.server.ts'
import { commentsDueOn } from './audit-deadlines.ts'
import { moveAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

/** The draft report goes to the vendor, which has five business days for comments and plans. */
export async function sendReport(ctx: Context, auditId: string): Promise<Audit> {
  requirePermission(ctx, 'audit.conduct')

  return inTransaction(ctx, async (ctx) => {
    const before = await getAudit(ctx, auditId)
    const { zone, calendar } = await loadClock(ctx)
    return moveAudit(ctx, before, {
      action: 'send_report',
      facts: { actorId: decidingMember(ctx.actor), leadAuditorId: before.leadAuditorId ?? '' },
      set: { reportSentAt: ctx.now },
      data: { commentsDueOn: commentsDueOn(localDate(ctx.now, zone), calendar) },
    })
  })
}
