import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { agreements, assessments, auditCycles, cases, caseSteps, decisions, engagements, findings } from '#db/schema/index.ts'
import { WITH_COMPANY, WITH_VENDOR } from '../assessments/assessment.ts'
import type { Context } from '../context.server.ts'
import { lastLocalDay, localDate } from '../organisations/calendar-dates.ts'
import { CLOSED_CASE_STATES } from '../violations/case.ts'
import type { StepFacts } from './next-step.ts'
import type { VendorHeader } from './queries.server.ts'

type Asked = { vendor: VendorHeader; today: string; zone: string }

/** What the next legal step depends on, gathered in one round trip. */
export async function getStepFacts(ctx: Context, { vendor, today, zone }: Asked): Promise<StepFacts> {
  const [[violation], [audit], [finding], requests, [assessment], [agreement], [decision]] = await Promise.all([
    gravestCase(ctx, vendor.id),
    firstAudit(ctx, vendor.id),
    overdueFinding(ctx, vendor.id, today),
    ctx.db
      .select({ id: engagements.id, ref: engagements.ref, status: engagements.status })
      .from(engagements)
      .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.vendorId, vendor.id)))
      .orderBy(desc(engagements.createdAt)),
    openAssessment(ctx, vendor.id),
    lastAgreement(ctx, vendor.id),
    ctx.db
      .select({ lapsesOn: decisions.lapsesOn })
      .from(decisions)
      .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.vendorId, vendor.id), sql`${decisions.confirmedAt} is not null`))
      .orderBy(desc(decisions.confirmedAt))
      .limit(1),
  ])
  const request = (status: string) => {
    const found = requests.find((each) => each.status === status)
    return found && { id: found.id, ref: found.ref }
  }
  return {
    today,
    status: vendor.status,
    case: violation && {
      id: violation.id, ref: violation.ref, state: violation.state, critical: violation.severity === 'critical',
      dueOn: violation.noticeDueAt ? lastLocalDay(violation.noticeDueAt, zone) : undefined, openSteps: violation.openSteps,
    },
    audit: audit && { ...audit, startOn: audit.startOn ?? undefined },
    suspension: vendor.suspendedAt ? { sinceOn: localDate(vendor.suspendedAt, zone), reason: vendor.suspensionReason ?? '' } : undefined,
    overdueFinding: finding && { id: finding.id, ref: finding.ref, dueOn: finding.dueOn, clause: finding.clauses[0] },
    draftEngagement: request('draft'),
    submittedEngagement: request('submitted'),
    assessment: assessment && { id: assessment.id, ref: assessment.ref, dueOn: assessment.dueOn, withVendor: (WITH_VENDOR as readonly string[]).includes(assessment.status) },
    agreement,
    approvalLapsesOn: decision?.lapsesOn ?? undefined,
    reassessDueOn: vendor.reassessDueOn ?? undefined,
    bannedUntil: vendor.bannedUntil ?? undefined,
  }
}

const GRAVITY = sql`case when ${cases.state} = 'must_terminate' then 0 when ${cases.state} = 'terminating' then 1
  when ${cases.state} = 'suspected' and ${cases.severity} = 'critical' then 2 else 3 end`

const gravestCase = (ctx: Context, vendorId: string) =>
  ctx.db
    .select({
      id: cases.id, ref: cases.ref, state: cases.state, severity: cases.severity, noticeDueAt: cases.noticeDueAt,
      openSteps: sql<number>`(select count(*)::int from ${caseSteps} s where s.org_id = ${ctx.actor.orgId} and s.case_id = "cases"."id" and s.done_at is null and s.waived_at is null)`,
    })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.vendorId, vendorId), notInArray(cases.state, [...CLOSED_CASE_STATES])))
    .orderBy(GRAVITY, asc(cases.detectedAt), asc(cases.id))
    .limit(1)

const firstAudit = (ctx: Context, vendorId: string) =>
  ctx.db
    .select({ id: auditCycles.id, ref: auditCycles.ref, dueOn: auditCycles.dueEffective, legalCap: auditCycles.legalCap, startOn: auditCycles.startOn })
    .from(auditCycles)
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.vendorId, vendorId), notInArray(auditCycles.state, ['closed', 'cancelled_terminated'])))
    .orderBy(asc(auditCycles.dueEffective), asc(auditCycles.id))
    .limit(1)

const overdueFinding = (ctx: Context, vendorId: string, today: string) =>
  ctx.db
    .select({ id: findings.id, ref: findings.ref, dueOn: findings.dueOn, clauses: findings.clauses })
    .from(findings)
    .where(
      and(
        eq(findings.orgId, ctx.actor.orgId),
        eq(findings.vendorId, vendorId),
        inArray(findings.severity, ['critical', 'high']),
        notInArray(findings.status, ['verified', 'accepted']),
        sql`${findings.dueOn} < ${today}`,
      ),
    )
    .orderBy(asc(findings.dueOn), asc(findings.id))
    .limit(1)

const openAssessment = (ctx: Context, vendorId: string) =>
  ctx.db
    .select({ id: assessments.id, ref: assessments.ref, dueOn: assessments.dueOn, status: assessments.status })
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.vendorId, vendorId), inArray(assessments.status, [...WITH_VENDOR, ...WITH_COMPANY])))
    .orderBy(desc(assessments.invitedAt), desc(assessments.id))
    .limit(1)

/** The agreement that is being made goes before the one that is active. */
const lastAgreement = (ctx: Context, vendorId: string) =>
  ctx.db
    .select({ id: agreements.id, number: agreements.number, status: agreements.status, authEnd: agreements.authEnd })
    .from(agreements)
    .where(
      and(
        eq(agreements.orgId, ctx.actor.orgId),
        eq(agreements.vendorId, vendorId),
        inArray(agreements.status, ['draft', 'in_review', 'sent', 'partially_signed', 'signed', 'active']),
      ),
    )
    .orderBy(sql`${agreements.status} = 'active'`, desc(agreements.authEnd), desc(agreements.id))
    .limit(1)
