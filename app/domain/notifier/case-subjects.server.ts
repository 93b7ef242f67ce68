import { and, eq, gt, isNull, notInArray, or } from 'drizzle-orm'
import { cases, caseSteps, vendors } from '#db/schema/index.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import type { Context } from '../context.server.ts'
import { CLOSED_CASE_STATES } from '../violations/case.ts'
import type { AlertSubject } from './alert-subject.ts'
import { lately } from './lately.ts'
import { vendorWords } from './vendor-words.ts'

type Named = { id: string; zh: string; en: string; owner?: string }
type Violations = { violations: Named[]; termination_workflow: { steps: Named[] } }

const DECIDED = new Set(['confirmed', 'not_substantiated', 'downgrade_review', 'must_terminate', 'terminating', 'remediation', 'remediation_verified', ...CLOSED_CASE_STATES])

/** Suspected violations until they are decided (N-09), and cases that must end in termination until the notice is out (N-10). */
export async function caseSubjects(ctx: Context, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({ case: cases, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt, ownerId: vendors.ownerId })
    .from(cases)
    .innerJoin(vendors, and(eq(vendors.orgId, cases.orgId), eq(vendors.id, cases.vendorId)))
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(cases.id, rowId),
        or(notInArray(cases.state, [...CLOSED_CASE_STATES]), gt(cases.updatedAt, lately(ctx.now))),
      ),
    )
  return rows.flatMap(({ case: row, vendorName, vendorNameAlt, ownerId }) => {
    const words = { ...vendorWords(vendorName, vendorNameAlt), case: row.ref, ...named('violation', violation(row.violationId)) }
    const common = {
      type: 'case' as const,
      rowId: row.id,
      vendorId: row.vendorId,
      businessOwner: ownerId ?? undefined,
      words,
      path: `/violations/${row.id}`,
    }
    const decided = DECIDED.has(row.state)
    const suspected: AlertSubject = {
      ...common,
      alerts: ['N-09'],
      ladder: {
        id: row.id,
        parts: { case: row.id },
        openedAt: row.createdAt,
        stoppedAt: decided ? (row.confirmedAt ?? row.closedAt ?? row.updatedAt) : undefined,
        facts: { severity: row.severity, triaged: row.triagedAt !== null, decided },
      },
    }
    if (!row.mustTerminateAt) return [suspected]
    const must: AlertSubject = {
      ...common,
      alerts: ['N-10'],
      ladder: {
        id: row.id,
        parts: { case: row.id },
        openedAt: row.mustTerminateAt,
        clockStart: row.mustTerminateAt,
        clockEnd: row.noticeDueAt ?? undefined,
        stoppedAt: row.noticeIssuedAt ?? undefined,
        facts: { notice_issued: row.noticeIssuedAt !== null, severity: row.severity },
      },
    }
    return [suspected, must]
  })
}

/** Steps of a termination past half their time (N-23), and what the vendor must return, delete and certify (N-11). */
export async function stepSubjects(ctx: Context, zone: (at: Date) => string, rowId?: string): Promise<AlertSubject[]> {
  const rows = await ctx.db
    .select({ step: caseSteps, case: cases, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt })
    .from(caseSteps)
    .innerJoin(cases, and(eq(cases.orgId, caseSteps.orgId), eq(cases.id, caseSteps.caseId)))
    .innerJoin(vendors, and(eq(vendors.orgId, cases.orgId), eq(vendors.id, cases.vendorId)))
    .where(
      and(
        eq(caseSteps.orgId, ctx.actor.orgId),
        rowId === undefined ? undefined : eq(caseSteps.caseId, rowId),
        or(and(isNull(caseSteps.doneAt), isNull(caseSteps.waivedAt)), gt(caseSteps.updatedAt, lately(ctx.now))),
      ),
    )
  return rows.flatMap(({ step, case: row, vendorName, vendorNameAlt }) => {
    if (!step.dueAt) return []
    const text = workflowStep(step.stepId)
    const closedAt = step.doneAt ?? step.waivedAt ?? undefined
    const common = {
      type: 'step' as const,
      rowId: `${row.id}/${step.stepId}`,
      vendorId: row.vendorId,
      owner: row.investigatorId ?? undefined,
      words: { ...vendorWords(vendorName, vendorNameAlt), case: row.ref, ...named('step', text) },
      path: `/violations/${row.id}`,
    }
    const overdue: AlertSubject = {
      ...common,
      alerts: ['N-23'],
      ladder: {
        id: `${row.id}/${step.stepId}`,
        parts: { case: row.id, step: step.stepId },
        openedAt: step.startedAt,
        clockStart: step.startedAt,
        clockEnd: step.dueAt,
        stoppedAt: closedAt,
      },
    }
    if (!['W-10', 'W-11', 'W-12'].includes(step.stepId)) return [overdue]
    const exit: AlertSubject = {
      ...common,
      alerts: ['N-11'],
      portal: { type: 'home' },
      ladder: {
        id: `${row.id}/${step.stepId}`,
        parts: { exit: row.id, step: step.stepId },
        openedAt: step.startedAt,
        due: zone(step.dueAt),
        stoppedAt: closedAt,
        vendorInExit: true,
      },
    }
    return [overdue, exit]
  })
}

const book = () => readTemplate<Violations>('violations/violations.yaml')
const violation = (id: string): Named => book().violations.find((each) => each.id === id) ?? { id, zh: id, en: id }
const workflowStep = (id: string): Named => book().termination_workflow.steps.find((each) => each.id === id) ?? { id, zh: id, en: id }

/** Both languages travel with the subject; the message takes the reader's. */
function named(word: string, { id, zh, en }: Named): Record<string, string> {
  return { [word]: `${id} ${en}`, [`${word}_zh`]: `${id} ${zh}`, [`${word}_en`]: `${id} ${en}` }
}
