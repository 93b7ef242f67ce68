import { and, asc, desc, eq, inArray, isNotNull, lt, ne, notInArray, or, sql } from 'drizzle-orm'
import { caseEvidence, cases, caseSteps, vendors } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { CLOSED_CASE_STATES, isRepeat } from './case.ts'
import { enteredAt } from './case-track.ts'
import { caseDeadline, type Clock, type Deadline, endOf } from './deadlines.ts'
import { loadClock } from './load-clock.server.ts'
import type { Case } from './move-case.server.ts'
import type { TerminationStepId } from './termination.ts'

export type CaseStep = typeof caseSteps.$inferSelect

/** Throws not-found for another organisation's case, as for one that never was. */
export async function getCase(ctx: Context, caseId: string): Promise<Case> {
  const [found] = await ctx.db.select().from(cases).where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.id, asId(caseId))))
  if (!found) throw new Problem('not-found', 'errors.not_found')
  return found
}

type ListedCase = Pick<Case, 'id' | 'ref' | 'vendorId' | 'violationId' | 'class' | 'severity' | 'state' | 'createdAt' | 'closedAt'> & {
  vendorName: string
  vendorNameAlt: string | null
  investigatorName: string | null
  deadline: Deadline | undefined
}

/** Cases that are not closed, by the end of their present clock; those without one follow, oldest first. */
export async function listOpenCases(ctx: Context, filter: { vendorId?: string } = {}): Promise<ListedCase[]> {
  requirePermission(ctx, 'violation.read')
  const clock = await loadClock(ctx)
  const rows = await listed(ctx)
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        notInArray(cases.state, [...CLOSED_CASE_STATES]),
        filter.vendorId === undefined ? undefined : eq(cases.vendorId, asId(filter.vendorId)),
      ),
    )
    .orderBy(asc(cases.createdAt), asc(cases.id))
  const late = (each: ListedCase) => each.deadline?.dueAt.getTime() ?? Infinity
  return rows.map((row) => asListed(row, clock)).sort((a, b) => late(a) - late(b))
}

export const CLOSED_PAGE = 50

/** Closed cases, the last closed first; `before` is the last row of the page before. */
export async function listClosedCases(ctx: Context, filter: { vendorId?: string; before?: string } = {}): Promise<ListedCase[]> {
  requirePermission(ctx, 'violation.read')
  const clock = await loadClock(ctx)
  const from = filter.before === undefined ? undefined : await getCase(ctx, filter.before)
  const beyond = from?.closedAt ? or(lt(cases.closedAt, from.closedAt), and(eq(cases.closedAt, from.closedAt), lt(cases.id, from.id))) : undefined
  const rows = await listed(ctx)
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        inArray(cases.state, [...CLOSED_CASE_STATES]),
        filter.vendorId === undefined ? undefined : eq(cases.vendorId, asId(filter.vendorId)),
        beyond,
      ),
    )
    .orderBy(desc(cases.closedAt), desc(cases.id))
    .limit(CLOSED_PAGE + 1)
  return rows.map((row) => asListed(row, clock))
}

function listed(ctx: Context) {
  return ctx.db
    .select({
      case: cases,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
      investigatorName: sql<string | null>`(select u.name from users u where u.id = ${cases.investigatorId})`,
    })
    .from(cases)
    .innerJoin(vendors, and(eq(vendors.orgId, cases.orgId), eq(vendors.id, cases.vendorId)))
    .$dynamic()
}

type ListedRow = { case: Case } & Pick<ListedCase, 'vendorName' | 'vendorNameAlt' | 'investigatorName'>

function asListed({ case: row, ...names }: ListedRow, clock: Clock): ListedCase {
  const { id, ref, vendorId, violationId, class: gravity, severity, state, createdAt, closedAt } = row
  return { id, ref, vendorId, violationId, class: gravity, severity, state, createdAt, closedAt, ...names, deadline: deadlineOf(row, clock) }
}

/** The end of the case's time in its present state; a cure ends with its due date; undefined when no clock runs. */
export function deadlineOf(row: Case, clock: Clock): Deadline | undefined {
  if (row.state === 'remediation' && row.remediationDueOn) return endOf(row.remediationDueOn, clock)
  const since = enteredAt(row, row.state)
  return since ? caseDeadline(row, since, clock) : undefined
}

export async function countEvidence(ctx: Context, caseId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(caseEvidence)
    .where(and(eq(caseEvidence.orgId, ctx.actor.orgId), eq(caseEvidence.caseId, caseId)))
  return row?.count ?? 0
}

/** W-01 … W-17 of a case under termination; empty before. */
export async function listSteps(ctx: Context, caseId: string): Promise<(CaseStep & { stepId: TerminationStepId })[]> {
  const rows = await ctx.db
    .select()
    .from(caseSteps)
    .where(and(eq(caseSteps.orgId, ctx.actor.orgId), eq(caseSteps.caseId, caseId)))
    .orderBy(asc(caseSteps.stepId))
  return rows.map((row) => ({ ...row, stepId: row.stepId as TerminationStepId })) // only enter-must-terminate writes them, from TERMINATION_STEPS
}

/** Whether the vendor's same violation was confirmed in a case opened within the 12 months before this one (DPA-31.2). */
export async function wasConfirmedBefore(ctx: Context, violationCase: Case, clock: Clock): Promise<boolean> {
  const earlier = await ctx.db
    .select({ createdAt: cases.createdAt })
    .from(cases)
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        eq(cases.vendorId, violationCase.vendorId),
        eq(cases.violationId, violationCase.violationId),
        ne(cases.id, violationCase.id),
        isNotNull(cases.confirmedAt),
        lt(cases.createdAt, violationCase.createdAt),
      ),
    )
  const openedOn = localDate(violationCase.createdAt, clock.zone)
  return isRepeat({ openedOn, earlierOpenedOn: earlier.map(({ createdAt }) => localDate(createdAt, clock.zone)) })
}

/** What other cases of the vendor's keep its supply off: a suspicion of critical severity that nobody has read, or one that ends the engagement. */
export async function findOtherGrounds(ctx: Context, violationCase: Pick<Case, 'id' | 'vendorId'>): Promise<{ unreadCritical: boolean; mustTerminate: boolean }> {
  const rows = await ctx.db
    .select({ state: cases.state, severity: cases.severity })
    .from(cases)
    .where(
      and(
        eq(cases.orgId, ctx.actor.orgId),
        eq(cases.vendorId, violationCase.vendorId),
        ne(cases.id, violationCase.id),
        inArray(cases.state, ['suspected', 'must_terminate', 'terminating']),
      ),
    )
  return {
    unreadCritical: rows.some(({ state, severity }) => state === 'suspected' && severity === 'critical'),
    mustTerminate: rows.some(({ state }) => state !== 'suspected'),
  }
}
