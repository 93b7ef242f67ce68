import { answerScorer } from '#app/domain/scoring/answer-score.ts'
import { compileCondition, type Predicate, type Reading, type Scope } from './condition.ts'
import {
  TIERS, type AnswerValue, type Condition, type EvidenceStatus, type FindingRule, type Knockout, type Question, type Tier,
} from './template.ts'

/** What follows from one answer: score a, whether required evidence is due, the first finding, the knock-outs. */
export type Outcome = {
  score: number
  evidenceDue: boolean
  finding: FindingRule | undefined
  knockouts: readonly RaisedKnockout[]
}
type RaisedKnockout = { knockout: Knockout; tiers: readonly Tier[] }

/** `reading` holds this question's value already; its score is put there. `value` undefined means unanswered. */
export type OutcomeOf = (value: AnswerValue | undefined, reading: Reading, status: EvidenceStatus | undefined) => Outcome

export const NO_OUTCOME: Outcome = { score: 0, evidenceDue: false, finding: undefined, knockouts: [] }

/**
 * Compiles everything that a question derives from its answer. Where a choice question looks at nothing but its own
 * answer, the outcome of each option is worked out here, once; a re-scoring of thousands then only looks it up.
 */
export function compileOutcome(question: Question, at: number, scope: Scope, knockoutOf: (code: string) => Knockout): OutcomeOf {
  const evaluate = evaluator(question, at, scope, knockoutOf)
  const choice = question.type === 'single' || question.type === 'yesno'
  if (!choice || !conditionsOf(question).every(looksOnlyAtItself)) return evaluate
  const table = new Map((question.options ?? []).map(({ v }) => [v, evaluate(v, readingOf(at, v), undefined)]))
  const unanswered = evaluate(undefined, readingOf(at, undefined), undefined)
  return (value, reading, status) => {
    const known = value === undefined ? unanswered : typeof value === 'string' ? table.get(value) : undefined
    return known ?? evaluate(value, reading, status)
  }
}

function evaluator(question: Question, at: number, scope: Scope, knockoutOf: (code: string) => Knockout): OutcomeOf {
  const own = (condition: Condition): Predicate => compileCondition(condition, scope, at)
  const score = answerScorer(question)
  const evidenceDue = own(question.evidence.when ?? { op: 'answered' })
  const findings = (question.findings ?? []).map((finding) => ({ when: own(finding.when), finding }))
  const rules = (question.knockouts ?? []).map(({ when, code, only_tiers: tiers = TIERS }) => {
    return { when: own(when), raised: { knockout: knockoutOf(code), tiers } }
  })
  return (value, reading, status) => {
    const scored = value === undefined ? 0 : score(value, reading.assessedOn, status)
    reading.scores[at] = scored
    return {
      score: scored,
      evidenceDue: evidenceDue(reading),
      finding: findings.find(({ when }) => when(reading))?.finding,
      knockouts: rules.length === 0 ? NO_OUTCOME.knockouts : rules.filter(({ when }) => when(reading)).map(({ raised }) => raised),
    }
  }
}

function conditionsOf({ evidence, findings = [], knockouts = [] }: Question): Condition[] {
  return [...(evidence.when ? [evidence.when] : []), ...findings.map(({ when }) => when), ...knockouts.map(({ when }) => when)]
}

function looksOnlyAtItself(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(looksOnlyAtItself)
  if ('any' in condition) return condition.any.every(looksOnlyAtItself)
  if ('not' in condition) return looksOnlyAtItself(condition.not)
  return !('q' in condition || 'intake' in condition || 'fact' in condition)
}

/** A reading that knows one answer and nothing else. */
function readingOf(at: number, value: AnswerValue | undefined): Reading {
  const values: (AnswerValue | undefined)[] = []
  values[at] = value
  return { values, scores: [], facts: [], intake: {}, assessedOn: { month: 0, day: 0 }, homeCountry: '' }
}
