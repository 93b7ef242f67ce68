import { and, asc, eq } from 'drizzle-orm'
import { findings } from '#db/schema/index.ts'
import { WITH_COMPANY } from '../assessments/assessment.ts'
import { getAssessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import { can } from '../identity/actor.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { findDecision, namesOf } from '../reviews/queries.server.ts'
import { explanationOf, scoreOf, type Scored } from '../reviews/score-of.server.ts'
import type { Explanation } from '../scoring/explanation.ts'
import { findingDueOn } from '../scoring/findings.ts'
import { failedGates, type Gate } from '../scoring/gates.ts'
import type { ConfirmBlock, DecisionFinding } from './decision-view.ts'
import { gatesOf } from './gates-of.server.ts'
import type { Decision } from './propose-decision.server.ts'
import { sameExplanation } from './same-explanation.server.ts'

/** Everything the decision page shows: once confirmed as it was stored, before that as it stands now. Throws not-found. */
export async function readDecision(ctx: Context, assessmentId: string) {
  const assessment = await getAssessment(ctx, assessmentId)
  const [scored, decision, { zone }] = await Promise.all([scoreOf(ctx, assessment), findDecision(ctx, assessment.id), getOrganisation(ctx)])
  const confirmed = decision?.confirmedAt ? decision : undefined
  const explanation = confirmed ? (confirmed.score.explanation as Explanation) : explanationOf(scored) // stored by propose-decision
  const gates = confirmed ? (confirmed.gates.gates as Gate[]) : await gatesOf(ctx, assessment, scored)
  const isOpen = (WITH_COMPANY as readonly string[]).includes(assessment.status)
  const names = await namesOf(ctx, [decision?.proposedBy, decision?.confirmedBy])
  return {
    assessment, decision, explanation, gates, names,
    failed: failedGates(gates),
    findings: confirmed ? await listRaised(ctx, assessment.id) : foreseen(scored, localDate(ctx.now, zone)),
    isOpen,
    mayPropose: isOpen && can(ctx.actor, 'assessment.decide'),
    confirmBlock: decision && confirmBlock(ctx, { decision, scored, explanation, failed: failedGates(gates).length > 0 }),
  }
}

type Proposal = { decision: Decision; scored: Scored; explanation: Explanation; failed: boolean }

function confirmBlock({ actor }: Context, { decision, scored, explanation, failed }: Proposal): ConfirmBlock | undefined {
  if (actor.kind !== 'member' || !can(actor, 'assessment.decide')) return 'not_allowed'
  if (actor.userId === decision.proposedBy) return 'second_person_needed'
  if (actor.userId === scored.engagement.requesterId) return 'requester_may_not'
  if (failed) return 'gates_fail'
  return sameExplanation(explanation, decision.score.explanation) ? undefined : 'changed_since_proposal'
}

function foreseen({ compiled, score }: Scored, today: string): DecisionFinding[] {
  return score.findings.map((each) => ({
    question: each.question,
    severity: each.severity,
    zh: each.rule.zh,
    en: each.rule.en,
    clauses: compiled.template.questions.find(({ id }) => id === each.question)?.clauses ?? [],
    preContract: each.preContract,
    dueOn: findingDueOn(each, today),
  }))
}

async function listRaised(ctx: Context, assessmentId: string): Promise<DecisionFinding[]> {
  const rows = await ctx.db
    .select()
    .from(findings)
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.source, 'assessment'), eq(findings.sourceId, assessmentId)))
    .orderBy(asc(findings.ref))
  return rows.map(({ id, ref, itemId, severity, text, clauses, isPreContract, dueOn }) => ({ id, ref, question: itemId, severity, ...text, clauses, preContract: isPreContract, dueOn }))
}
