import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { loadClock } from '../violations/load-clock.server.ts'
import { openCase } from '../violations/open-case.server.ts'
import { delayIsObstruction } from './audit-deadlines.ts'
import type { RefusalInput } from './input.ts'
import { moveAudit } from './move-audit.server.ts'
import type { Audit } from './plan-audit.server.ts'
import { getAudit } from './queries.server.ts'

/** The vendor refuses, ignores two notices or obstructs: the audit ends as refused, stays overdue, and V-07 is suspected (rulings 27). */
export async function recordRefusal(ctx: Context, auditId: string, { ground, remindedOn, facts, revision }: RefusalInput): Promise<Audit> {
  requirePermission(ctx, 'audit.plan')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getAudit(ctx, auditId)), revision }
    const { calendar, zone } = await loadClock(ctx)
    const today = localDate(ctx.now, zone)
    const delayed = ground === 'delay' && before.startOn !== null && delayIsObstruction({ agreedStart: before.startOn, remindedOn }, today, calendar)
    const refused = await moveAudit(ctx, before, {
      action: 'record_refusal',
      facts: { refusedInWriting: ground === 'in_writing', noticesIgnored: ground === 'two_notices' ? 2 : 0, delayed },
      set: { vendorCausedDelay: true },
      data: { ground, remindedOn, facts },
    })
    await openCase(ctx, { vendorId: refused.vendorId, agreementId: refused.agreementId, violationId: 'V-07', source: 'audit', detectedBy: refused.ref, facts })
    return refused
  })
}
