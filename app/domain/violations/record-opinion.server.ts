import type { CaseOpinion } from '#db/schema/violations.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { caseCan } from './case.ts'
import type { DowngradeOpinion } from './case-guards.ts'
import { decidingMember } from './deciding-member.ts'
import { enterMustTerminate } from './enter-must-terminate.server.ts'
import type { OpinionInput } from './input.ts'
import { loadClock } from './load-clock.server.ts'
import { changeCase, moveCase, type Case } from './move-case.server.ts'
import { deadlineOf, getCase } from './queries.server.ts'
import { insertCaseFinding, requireCurePeriod } from './remediation-finding.server.ts'

type OpinionOutcome = { outcome: 'recorded' | 'downgraded' | 'refused'; violationCase: Case }

/**
 * Downgrade review of a class P case: the compliance head and legal, two people, each record why no customer information was
 * mishandled or exposed. Both agreeing within two business days leads to a cure; one refusal ends the engagement.
 */
export async function recordOpinion(ctx: Context, caseId: string, input: OpinionInput): Promise<OpinionOutcome> {
  requirePermission(ctx, 'violation.review_downgrade')

  return inTransaction(ctx, async (ctx) => {
    const userId = decidingMember(ctx.actor)
    const { as: role, opinion, reason } = input
    if (ctx.actor.kind !== 'member' || !ctx.actor.roles.includes(role)) throw new Problem('forbidden', 'errors.not_allowed')
    const before = { ...(await getCase(ctx, caseId)), revision: input.revision }
    if (!caseCan('downgrade', before)) throw new Problem('conflict', 'status.blocked.case.wrong_state')
    const reviewEndsAt = deadlineOf(before, await loadClock(ctx))?.dueAt ?? ctx.now
    if (opinion === 'refuse') {
      const facts = { refused: true, reviewEndsAt, now: ctx.now }
      return { outcome: 'refused', violationCase: await enterMustTerminate(ctx, before, { action: 'refuse_downgrade', facts, data: { role, reason } }) }
    }
    const own: CaseOpinion = { userId, name: ctx.actor.name, reason, at: ctx.now.toISOString() }
    const opinions = { head: before.headOpinion, legal: before.legalOpinion, [role === 'legal' ? 'legal' : 'head']: own }
    const conditions = input.conditions ?? before.conditions ?? ''
    const dueOn = input.dueOn ?? before.remediationDueOn ?? undefined
    const set = { headOpinion: opinions.head, legalOpinion: opinions.legal, conditions: conditions || null, remediationDueOn: dueOn ?? null }
    if (dueOn) await requireCurePeriod(ctx, before, dueOn)
    if (!opinions.head || !opinions.legal) return { outcome: 'recorded', violationCase: await remember(ctx, before, { set, role, reason, reviewEndsAt }) }
    const facts = { opinions: both(opinions.head, opinions.legal), conditions, dueOn, reviewEndsAt, now: ctx.now }
    const after = await moveCase(ctx, before, { action: 'downgrade', facts, set, data: { role, reason, dueOn } })
    if (dueOn) await insertCaseFinding(ctx, after, dueOn)
    return { outcome: 'downgraded', violationCase: after }
  })
}

type First = { set: Parameters<typeof changeCase>[2]['set']; role: OpinionInput['as']; reason: string; reviewEndsAt: Date }

async function remember(ctx: Context, before: Case, { set, role, reason, reviewEndsAt }: First): Promise<Case> {
  if (ctx.now >= reviewEndsAt) throw new Problem('conflict', 'status.blocked.case.review_time_over')
  return changeCase(ctx, before, { action: 'record_opinion', set, data: { role, reason } })
}

function both(head: CaseOpinion, legal: CaseOpinion): DowngradeOpinion[] {
  return [
    { role: 'compliance_head', userId: head.userId, reason: head.reason },
    { role: 'legal', userId: legal.userId, reason: legal.reason },
  ]
}
