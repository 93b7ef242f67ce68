import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { findings, trail, users } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { loadClock } from '../violations/load-clock.server.ts'
import { listApplicableChecks } from './applicable-checks.server.ts'
import { auditIsOverdue, commentsDueOn } from './audit-deadlines.ts'
import type { AuditEvent, AuditFile, CheckLine } from './audit-file.ts'
import type { ProgrammeCheck } from './audit-programme.server.ts'
import { findGaps } from './find-gaps.server.ts'
import { auditScore, type Outcome } from './outcomes.ts'
import type { Audit } from './plan-audit.server.ts'
import { type AuditResult, getAudit, getAuditedAgreement, listPreviousOutcomes, listResults } from './queries.server.ts'

/** Everything that the page of an audit shows. Throws not-found. */
export async function getAuditFile(ctx: Context, auditId: string): Promise<AuditFile> {
  requirePermission(ctx, 'audit.read')
  const audit = await getAudit(ctx, auditId)
  const [clock, { agreement }, checks, results, previous, gaps] = await Promise.all([
    loadClock(ctx), getAuditedAgreement(ctx, audit.agreementId), listApplicableChecks(ctx, audit), listResults(ctx, audit.id),
    listPreviousOutcomes(ctx, audit), findGaps(ctx, audit),
  ])
  const [people, raised, events] = await Promise.all([namesOf(ctx, audit), listRaised(ctx, audit.id), listEvents(ctx, audit.id)])
  const lines = checks.map((check) => asLine(check, results, previous))
  return {
    audit, people, events, gaps,
    agreement: { id: agreement.id, number: agreement.number },
    checks: lines,
    score: scoreOf(lines),
    findings: raised,
    isOverdue: auditIsOverdue(audit, localDate(ctx.now, clock.zone)),
    commentsDueOn: audit.reportSentAt ? commentsDueOn(localDate(audit.reportSentAt, clock.zone), clock.calendar) : undefined,
  }
}

function asLine(check: ProgrammeCheck, results: AuditResult[], previous: Map<string, Outcome>): CheckLine {
  const { id, area, name, test, evidence, sampling, clauses, fail_severity: failSeverity } = check
  return { id, area, name, test, evidence, sampling, clauses, failSeverity, result: results.find(({ checkId }) => checkId === id), previous: previous.get(id) }
}

function scoreOf(lines: CheckLine[]) {
  return auditScore(lines.flatMap(({ id, failSeverity, result }) => (result ? [{ checkId: id, failSeverity, outcome: result.outcome, causedByCompany: result.causedByCompany }] : [])))
}

async function namesOf(ctx: Context, { leadAuditorId, reviewerId, postponeProposedBy }: Audit): Promise<Record<string, string>> {
  const ids = [leadAuditorId, reviewerId, postponeProposedBy].filter((id) => id !== null)
  if (ids.length === 0) return {}
  const people = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

async function listRaised(ctx: Context, auditId: string) {
  return ctx.db
    .select({ id: findings.id, ref: findings.ref, severity: findings.severity, dueOn: findings.dueOn, itemId: findings.itemId })
    .from(findings)
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.source, 'audit'), eq(findings.sourceId, auditId)))
    .orderBy(asc(findings.dueOn), asc(findings.id))
}

async function listEvents(ctx: Context, auditId: string): Promise<AuditEvent[]> {
  const rows = await ctx.db
    .select({ seq: trail.seq, at: trail.at, action: trail.action, actorKind: trail.actorKind, actorName: trail.actorName, body: trail.body })
    .from(trail)
    .where(and(eq(trail.orgId, ctx.actor.orgId), eq(trail.subjectType, 'audit'), eq(trail.subjectId, auditId), ne(trail.action, 'audit.record_result')))
    .orderBy(desc(trail.seq))
  return rows.map(({ body, ...row }) => ({ ...row, data: (JSON.parse(body) as { data?: Record<string, unknown> }).data ?? {} }))
}
