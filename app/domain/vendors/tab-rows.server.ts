import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { agreements, assessments, auditCycles, cases, decisions, engagements, findings, transfers } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { TabCounts } from './tab-counts.ts'

// What the tabs of a vendor's page list. The pages behind the rows belong to their own modules.

export async function listAssessmentsOf(ctx: Context, vendorId: string) {
  return ctx.db
    .select({
      id: assessments.id, ref: assessments.ref, status: assessments.status, kind: assessments.kind, tier: assessments.tier, dueOn: assessments.dueOn,
      answered: assessments.answeredCount, required: assessments.requiredCount, submittedAt: assessments.submittedAt, title: engagements.title,
      outcome: decisions.outcome, residualH: decisions.residualH, confirmedAt: decisions.confirmedAt,
    })
    .from(assessments)
    .innerJoin(engagements, and(eq(engagements.orgId, assessments.orgId), eq(engagements.id, assessments.engagementId)))
    .leftJoin(decisions, and(eq(decisions.orgId, assessments.orgId), eq(decisions.assessmentId, assessments.id)))
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.vendorId, vendorId)))
    .orderBy(desc(assessments.invitedAt), desc(assessments.id))
}

/** Open ones first, by severity and date. */
export async function listFindingsOf(ctx: Context, vendorId: string) {
  return ctx.db
    .select({
      id: findings.id, ref: findings.ref, severity: findings.severity, status: findings.status, text: findings.text, dueOn: findings.dueOn, itemId: findings.itemId,
      source: findings.source, clauses: findings.clauses, isPreContract: findings.isPreContract,
    })
    .from(findings)
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.vendorId, vendorId)))
    .orderBy(sql`${findings.status} in ('verified', 'accepted')`, sql`array_position(array['critical', 'high', 'medium', 'low'], ${findings.severity})`, asc(findings.dueOn), asc(findings.id))
}

export async function listAgreementsOf(ctx: Context, vendorId: string) {
  return ctx.db
    .select({
      id: agreements.id, number: agreements.number, status: agreements.status, version: agreements.version, authStart: agreements.authStart, authEnd: agreements.authEnd,
      signedAt: agreements.signedAt, title: engagements.title,
    })
    .from(agreements)
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, vendorId)))
    .orderBy(sql`${agreements.status} = 'active' desc`, desc(agreements.authEnd), desc(agreements.id))
}

export async function listAuditsOf(ctx: Context, vendorId: string) {
  return ctx.db
    .select({
      id: auditCycles.id, ref: auditCycles.ref, kind: auditCycles.kind, depth: auditCycles.depth, state: auditCycles.state, dueOn: auditCycles.dueEffective,
      legalCap: auditCycles.legalCap, startOn: auditCycles.startOn, completedOn: auditCycles.completedOn, grade: auditCycles.grade, isMissed: auditCycles.isMissed,
    })
    .from(auditCycles)
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.vendorId, vendorId)))
    .orderBy(sql`${auditCycles.state} in ('closed', 'cancelled_terminated')`, desc(auditCycles.dueEffective), desc(auditCycles.id))
}

export async function listCasesOf(ctx: Context, vendorId: string) {
  return ctx.db
    .select({
      id: cases.id, ref: cases.ref, violationId: cases.violationId, class: cases.class, severity: cases.severity, state: cases.state, detectedAt: cases.detectedAt, closedAt: cases.closedAt,
    })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.vendorId, vendorId)))
    .orderBy(sql`${cases.closedAt} is not null`, desc(cases.detectedAt), desc(cases.id))
}

export const TRANSFERS_SHOWN = 200

/** The register of supplies, the latest first (PC-16). */
export async function listTransfersOf(ctx: Context, vendorId: string) {
  return ctx.db
    .select({
      id: transfers.id, at: transfers.at, infoTypes: transfers.infoTypes, subjectCount: transfers.subjectCount, purpose: transfers.purpose, scenario: transfers.scenario,
      refusal: transfers.refusal, agreementId: transfers.agreementId,
      agreementNumber: sql<string | null>`(select g.number from agreements g where g.org_id = transfers.org_id and g.id = transfers.agreement_id)`,
      requestedBy: sql<string | null>`(select u.name from users u where u.id = transfers.requested_by)`,
    })
    .from(transfers)
    .where(and(eq(transfers.orgId, ctx.actor.orgId), eq(transfers.vendorId, vendorId)))
    .orderBy(desc(transfers.at), desc(transfers.id))
    .limit(TRANSFERS_SHOWN)
}

/** How many rows stand behind each tab; findings and violations count what is open. */
export async function countTabs(ctx: Context, vendorId: string): Promise<TabCounts> {
  const of = (table: string, also = '') => sql`(select count(*)::int from ${sql.raw(table)} where org_id = ${ctx.actor.orgId} and vendor_id = ${vendorId} ${sql.raw(also)})`
  const [row] = await ctx.db.execute<TabCounts>(sql`select
    ${of('engagements')} as engagements, ${of('assessments')} as assessments, ${of('agreements')} as agreements, ${of('audit_cycles')} as audits,
    ${of('findings', "and status not in ('verified', 'accepted')")} as findings, ${of('cases', 'and closed_at is null')} as violations,
    ${of('evidence')} as documents, ${of('vendor_contacts', 'and is_active')} as contacts, ${of('transfers')} as transfers`)
  return row! // a select without a from has one row
}
