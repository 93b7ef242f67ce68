import { and, eq, inArray, ne } from 'drizzle-orm'
import { auditCycles } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { decidingMember } from '../violations/deciding-member.ts'
import { loadClock } from '../violations/load-clock.server.ts'
import { listApplicableChecks } from './applicable-checks.server.ts'
import { commentsDueOn } from './audit-deadlines.ts'
import { OPEN_AUDIT_STATES } from './audit.ts'
import { cycleWasMissed } from './due-dates.ts'
import { moveAudit } from './move-audit.server.ts'
import { auditScore, outcomeFails } from './outcomes.ts'
import { planNextAudit, type Audit } from './plan-audit.server.ts'
import { getAudit, getAuditedAgreement, getAuditRating, listResults } from './queries.server.ts'
import { raiseFindings } from './raise-findings.server.ts'

/**
 * The compliance head, who did not lead the audit, closes the report: score and grade stand, findings fall due, critical
 * outcomes open cases, and the next audit of the cycle is planned (CAL-01).
 */
export async function closeAudit(ctx: Context, auditId: string, { revision }: { revision: number }): Promise<Audit> {
  requirePermission(ctx, 'audit.close')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getAudit(ctx, auditId)), revision }
    const reviewerId = decidingMember(ctx.actor)
    const [clock, checks, results] = await Promise.all([loadClock(ctx), listApplicableChecks(ctx, before), listResults(ctx, before.id)])
    const today = localDate(ctx.now, clock.zone)
    const counted = checks.flatMap(({ id, fail_severity: failSeverity }) => {
      const result = results.find(({ checkId }) => checkId === id)
      return result ? [{ checkId: id, failSeverity, outcome: result.outcome, causedByCompany: result.causedByCompany }] : []
    })
    const scored = auditScore(counted)
    const closed = await moveAudit(ctx, before, {
      action: 'close',
      facts: {
        reviewerId, today,
        leadAuditorId: before.leadAuditorId ?? '',
        plansMissing: results.filter(({ outcome, plan }) => outcomeFails(outcome) && !plan).length,
        planDueOn: commentsDueOn(localDate(before.reportSentAt ?? ctx.now, clock.zone), clock.calendar),
      },
      set: {
        reviewerId, completedOn: today, score: scored?.score ?? null, grade: scored?.grade ?? null,
        isMissed: before.isMissed || cycleWasMissed({ legalCap: before.legalCap, completedOn: today }, today),
      },
      data: { score: scored?.score, grade: scored?.grade, completedOn: today },
    })
    await raiseFindings(ctx, { audit: closed, checks, results, clock, closedOn: today })
    await planNext(ctx, closed, today)
    return closed
  })
}

/** A special audit leaves the running cycle as it is; a vendor on its way out gets its exit verified instead. */
async function planNext(ctx: Context, closed: Audit, completedOn: string) {
  const vendor = await getVendor(ctx, closed.vendorId)
  if (vendor.status !== 'active' && vendor.status !== 'suspended') return
  const [running] = await ctx.db
    .select({ id: auditCycles.id })
    .from(auditCycles)
    .where(
      and(
        eq(auditCycles.orgId, ctx.actor.orgId),
        eq(auditCycles.agreementId, closed.agreementId),
        ne(auditCycles.kind, 'special'),
        inArray(auditCycles.state, [...OPEN_AUDIT_STATES]),
      ),
    )
    .limit(1)
  if (running) return
  const [{ agreement }, rating] = await Promise.all([getAuditedAgreement(ctx, closed.agreementId), getAuditRating(ctx, vendor.id)])
  if (agreement.status === 'active') await planNextAudit(ctx, { closed: { ...closed, completedOn }, agreement, ...rating })
}
