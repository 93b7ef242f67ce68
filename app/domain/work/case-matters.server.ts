import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { cases, caseSteps, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { can, type Member, type Role } from '../identity/actor.ts'
import { lastLocalDay } from '../organisations/calendar-dates.ts'
import { CLOSED_CASE_STATES, type CaseState } from '../violations/case.ts'
import type { Clock } from '../violations/deadlines.ts'
import { deadlineOf } from '../violations/queries.server.ts'
import { STEPS_BY_ACT } from '../violations/step-owners.ts'
import { TERMINATION_STEPS, type StepOwner } from '../violations/termination.ts'
import { findViolation, listWorkflowSteps } from '../violations/violation-catalogue.server.ts'
import type { OpenMatter, TaskKind } from './work.ts'

const KIND: Partial<Record<CaseState, TaskKind>> = {
  suspected: 'triage_case',
  triaged: 'investigate_case',
  investigating: 'decide_case',
  vendor_response: 'hear_vendor',
  downgrade_review: 'review_downgrade',
  must_terminate: 'issue_notice',
  remediation: 'retest_case',
  remediation_verified: 'close_case',
  not_substantiated: 'close_case',
}

const VENDOR = { id: vendors.id, name: vendors.name, nameAlt: vendors.nameAlt, tier: vendors.tier, band: vendors.bandLive, residualH: vendors.residualLiveH }

/** Cases by what has to happen next with them, with the clock of their state; none for who may not read cases. */
export async function caseMatters(ctx: Context<Member>, clock: Promise<Clock>): Promise<OpenMatter[]> {
  if (!can(ctx.actor, 'violation.read')) return []
  const [rows, ticking] = await Promise.all([
    ctx.db
      .select({ case: cases, vendor: VENDOR })
      .from(cases)
      .innerJoin(vendors, and(eq(vendors.orgId, cases.orgId), eq(vendors.id, cases.vendorId)))
      .where(and(eq(cases.orgId, ctx.actor.orgId), notInArray(cases.state, [...CLOSED_CASE_STATES]))),
    clock,
  ])
  return rows.flatMap(({ case: row, vendor }) => {
    const kind = KIND[row.state]
    if (!kind) return []
    const deadline = row.state === 'must_terminate' && row.noticeDueAt ? { dueAt: row.noticeDueAt, dueOn: lastLocalDay(row.noticeDueAt, ticking.zone) } : deadlineOf(row, ticking)
    const name = findViolation(row.violationId)?.name
    return [{ kind, id: row.id, words: { ref: row.ref, zh: name?.zh ?? row.violationId, en: name?.en ?? row.violationId }, vendor, ...(deadline && { dueOn: lastLocalDay(deadline.dueAt, ticking.zone), dueAt: deadline.dueAt }) }]
  })
}

/** Steps of terminations that are not settled, each with the roles that may record it; the vendor's own are followed by compliance. */
export async function stepMatters(ctx: Context<Member>, clock: Promise<Clock>): Promise<OpenMatter[]> {
  if (!can(ctx.actor, 'violation.read')) return []
  const [rows, { zone }] = await Promise.all([
    ctx.db
      .select({ step: caseSteps, ref: cases.ref, vendor: VENDOR })
      .from(caseSteps)
      .innerJoin(cases, and(eq(cases.orgId, caseSteps.orgId), eq(cases.id, caseSteps.caseId)))
      .innerJoin(vendors, and(eq(vendors.orgId, cases.orgId), eq(vendors.id, cases.vendorId)))
      .where(
        and(
          eq(caseSteps.orgId, ctx.actor.orgId),
          isNull(caseSteps.doneAt),
          isNull(caseSteps.waivedAt),
          notInArray(caseSteps.stepId, Object.keys(STEPS_BY_ACT)),
          inArray(cases.state, ['must_terminate', 'terminating']),
        ),
      ),
    clock,
  ])
  const words = new Map(listWorkflowSteps().map(({ id, name }) => [id as string, name]))
  return rows.map(({ step, ref, vendor }) => ({
    kind: 'exit_step' as const,
    id: `${step.caseId}/${step.stepId}`,
    words: { ref, step: step.stepId, zh: words.get(step.stepId)?.zh ?? step.stepId, en: words.get(step.stepId)?.en ?? step.stepId },
    vendor,
    roles: holdersOf(step.stepId),
    ...(step.dueAt && { dueOn: lastLocalDay(step.dueAt, zone), dueAt: step.dueAt }),
  }))
}

const HOLDERS: Record<StepOwner, readonly Role[]> = {
  system: ['compliance'],
  vendor: ['compliance'],
  security: ['security'],
  compliance: ['compliance'],
  compliance_head: ['compliance_head'],
  business_owner: ['business_owner', 'procurement'],
  legal: ['legal'],
}

function holdersOf(stepId: string): Role[] {
  const owners: readonly StepOwner[] = TERMINATION_STEPS.find(({ id }) => id === stepId)?.owners ?? []
  return [...new Set(owners.filter((owner) => owner !== 'system' || owners.length === 1).flatMap((owner) => HOLDERS[owner]))]
}
