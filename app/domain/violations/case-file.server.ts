import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { agreements, alerts, caseEvidence, cases, files, findings, trail, users } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import type { Role } from '../identity/actor.ts'
import type { CaseEvent, CaseEvidenceItem, CaseFile, StepLine } from './case-file.ts'
import { loadClock } from './load-clock.server.ts'
import type { Case } from './move-case.server.ts'
import { type CaseStep, deadlineOf, getCase, listSteps } from './queries.server.ts'
import { timedSteps } from './retime-steps.server.ts'
import { asRecords } from './settle-step.server.ts'
import { completeBlockers, waiveBlockers } from './step-owners.ts'
import { getViolation, listInfoTypes, listWorkflowSteps } from './violation-catalogue.server.ts'

/** Everything that the page of a case shows. Throws not-found. */
export async function getCaseFile(ctx: Context, caseId: string): Promise<CaseFile & { steps: (StepLine & { row: CaseStep | undefined })[]; evidence: CaseEvidenceItem[]; noticeFileId: string | null }> {
  requirePermission(ctx, 'violation.read')
  const violationCase = await getCase(ctx, caseId)
  const clock = await loadClock(ctx)
  const [people, evidence, steps, happenings, notices, related] = await Promise.all([
    namesOf(ctx, violationCase),
    listCaseEvidence(ctx, violationCase.id),
    listStepLines(ctx, violationCase),
    listHappenings(ctx, violationCase.id),
    listNotices(ctx, violationCase.id),
    readRelated(ctx, violationCase),
  ])
  const types = listInfoTypes()
  return {
    violationCase, people, evidence, steps, happenings, notices,
    noticeFileId: violationCase.noticeFileId,
    deadlineAt: deadlineOf(violationCase, clock)?.dueAt,
    violation: getViolation(violationCase.violationId),
    infoTypes: violationCase.infoTypes.map((type) => types.find(({ v }) => v === type) ?? { zh: type, en: type }),
    ...related,
  }
}

async function namesOf(ctx: Context, row: Case): Promise<Record<string, string>> {
  const ids = [row.investigatorId, row.decidedBy, row.approvedBy, row.noticeIssuedBy, row.dismissProposedBy].filter((id) => id !== null)
  if (ids.length === 0) return {}
  const people = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

async function listCaseEvidence(ctx: Context, caseId: string) {
  return ctx.db
    .select({
      id: caseEvidence.id, fileId: caseEvidence.fileId, description: caseEvidence.description, sha256: caseEvidence.sha256,
      collectedAt: caseEvidence.collectedAt, name: files.name, sizeBytes: files.sizeBytes,
      collectedBy: sql<string | null>`(select u.name from users u where u.id = ${caseEvidence.collectedBy})`,
    })
    .from(caseEvidence)
    .leftJoin(files, and(eq(files.orgId, caseEvidence.orgId), eq(files.id, caseEvidence.fileId)))
    .where(and(eq(caseEvidence.orgId, ctx.actor.orgId), eq(caseEvidence.caseId, caseId)))
    .orderBy(asc(caseEvidence.collectedAt), asc(caseEvidence.id))
}

async function listStepLines(ctx: Context, row: Case): Promise<(StepLine & { row: CaseStep | undefined })[]> {
  const rows = await listSteps(ctx, row.id)
  if (rows.length === 0) return []
  const records = asRecords(rows)
  const roles: Role[] = ctx.actor.kind === 'member' ? ctx.actor.roles : []
  const words = new Map(listWorkflowSteps().map((step) => [step.id, step]))
  return (await timedSteps(ctx, row, rows)).map((step) => {
    const { name, deadline } = words.get(step.id) ?? { name: { zh: step.id, en: step.id }, deadline: { zh: '', en: '' } }
    const [completeBlocker] = completeBlockers(step.id, records, roles)
    const [waiveBlocker] = waiveBlockers(step.id, records)
    return { ...step, name, deadline, row: rows.find(({ stepId }) => stepId === step.id), completeBlocker, waiveBlocker }
  })
}

async function listHappenings(ctx: Context, caseId: string): Promise<CaseEvent[]> {
  const rows = await ctx.db
    .select({ seq: trail.seq, at: trail.at, action: trail.action, actorKind: trail.actorKind, actorName: trail.actorName, body: trail.body })
    .from(trail)
    .where(and(eq(trail.orgId, ctx.actor.orgId), eq(trail.subjectType, 'case'), eq(trail.subjectId, caseId)))
    .orderBy(desc(trail.seq))
  return rows.map(({ body, ...row }) => ({ ...row, data: (JSON.parse(body) as { data?: Record<string, unknown> }).data ?? {} }))
}

const NOTICES_SHOWN = 12

/** Alerts that went out about the case, the last one first. */
async function listNotices(ctx: Context, caseId: string) {
  return ctx.db
    .select({ id: alerts.id, alert: alerts.alert, stage: alerts.stage, severity: alerts.severity, roles: alerts.roles, raisedAt: alerts.raisedAt })
    .from(alerts)
    .where(and(eq(alerts.orgId, ctx.actor.orgId), eq(alerts.subjectId, caseId), eq(alerts.status, 'sent')))
    .orderBy(desc(alerts.raisedAt), desc(alerts.id))
    .limit(NOTICES_SHOWN)
}

async function readRelated(ctx: Context, row: Case) {
  const { orgId } = ctx.actor
  const [agreement] = row.agreementId
    ? await ctx.db.select({ id: agreements.id, number: agreements.number }).from(agreements).where(and(eq(agreements.orgId, orgId), eq(agreements.id, row.agreementId)))
    : []
  const [earlier] = row.linkedCaseId
    ? await ctx.db.select({ id: cases.id, ref: cases.ref }).from(cases).where(and(eq(cases.orgId, orgId), eq(cases.id, row.linkedCaseId)))
    : []
  const [finding] = await ctx.db
    .select({ id: findings.id, ref: findings.ref, dueOn: findings.dueOn })
    .from(findings)
    .where(and(eq(findings.orgId, orgId), eq(findings.source, 'case'), eq(findings.sourceId, row.id)))
  return { agreement, earlier, finding }
}
