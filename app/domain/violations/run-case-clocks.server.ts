import { and, asc, eq, inArray } from 'drizzle-orm'
import { cases } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { remediationFailed } from './case-guards.ts'
import type { Clock } from './deadlines.ts'
import { enterMustTerminate } from './enter-must-terminate.server.ts'
import { loadClock } from './load-clock.server.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { deadlineOf } from './queries.server.ts'
import { findCaseFinding } from './remediation-finding.server.ts'

/**
 * What the end of a clock does by itself, at `ctx.now`: the vendor's time to answer is over and the investigation goes on; a
 * downgrade review without two opinions, and a cure that failed with its grace, end the engagement. Returns the cases that moved.
 */
export async function runCaseClocks(ctx: Context): Promise<Case[]> {
  const waiting = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), inArray(cases.state, ['vendor_response', 'downgrade_review', 'remediation'])))
    .orderBy(asc(cases.createdAt), asc(cases.id))
  const clock = await loadClock(ctx)
  const moved: Case[] = []
  for (const each of waiting) {
    const after = await ring(ctx, each, clock)
    if (after) moved.push(after)
  }
  return moved
}

async function ring(ctx: Context, row: Case, clock: Clock): Promise<Case | undefined> {
  if (row.state === 'remediation') return failRemediation(ctx, row, clock)
  const endsAt = deadlineOf(row, clock)?.dueAt
  if (!endsAt || ctx.now < endsAt) return undefined
  if (row.state === 'vendor_response') {
    const facts = { vendorAnswered: false, answerDueAt: endsAt, now: ctx.now }
    return moveCase(ctx, row, { action: 'resume_investigation', facts, data: { vendorAnswered: false } })
  }
  const facts = { refused: false, reviewEndsAt: endsAt, now: ctx.now }
  return enterMustTerminate(ctx, row, { action: 'refuse_downgrade', facts, data: { timeout: true } })
}

async function failRemediation(ctx: Context, row: Case, { zone }: Clock): Promise<Case | undefined> {
  const finding = await findCaseFinding(ctx, row)
  if (finding?.status === 'verified') return undefined
  const dueOn = finding?.dueOn ?? row.remediationDueOn
  const today = localDate(ctx.now, zone)
  if (!dueOn || !remediationFailed({ dueOn, severity: row.severity }, today)) return undefined
  const facts = { dueOn, severity: row.severity, happenedAgain: false, today }
  return enterMustTerminate(ctx, row, { action: 'fail_remediation', facts, data: { dueOn } })
}
