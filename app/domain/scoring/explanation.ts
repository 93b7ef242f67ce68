import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { AnswerValue, Bilingual, Dimension, Severity, Tier } from '#app/domain/questionnaires/template.ts'
import type { Assurance } from './assurance.ts'
import type { Decision, RuleId } from './decision.ts'
import { explainDecision } from './explain-decision.ts'
import { explainInherent } from './explain-inherent.ts'
import { explainLosses } from './explain-losses.ts'
import { explainQuestions, explainSections } from './explain-questions.ts'
import type { FloorId } from './inherent.ts'
import type { Band } from './residual.ts'
import { MODEL_VERSION, type Score, type ScoreInput } from './score.ts'

/** A sentence in both languages; `key` is a message key of app/i18n, `scoring.…`. */
export type Say = (key: string, data?: Record<string, string | number>) => Bilingual

export type ExplainedOption = Bilingual & { v: string; points: number }
export type ExplainedDimension = Bilingual & {
  id: Dimension
  item: string
  points: number
  max: number
  /** What was chosen, or the number that was given. */
  chosen: ExplainedOption[]
  number?: number
}
export type ExplainedSection = Bilingual & {
  id: string
  weight: number
  /** Σ w·a·e and Σ w. */
  weighted: number
  questionWeight: number
  ceBp: number
  /** W·CE_s of the sum that gives CE. */
  share: number
}
export type ExplainedQuestion = {
  id: string
  section: string
  /** As scored: a correction in place of the vendor's value; undefined when unanswered or N/A. */
  answer?: AnswerValue
  notApplicable: boolean
  a: number
  e: number
  status: Assurance
  weight: number
  c: number
  /** w·(10000 − c); 0 for N/A. */
  lost: number
}
/** What would remove the loss: the answer, the evidence, or both. */
export type ExplainedLoss = {
  question: string
  lost: number
  /** How much CE this question costs, in basis points. */
  costBp: number
  answer?: Bilingual & { v?: AnswerValue }
  evidence?: Bilingual & { types: string[] }
}
export type ExplainedKnockout = Bilingual & { code: string; kind: 'hard' | 'soft'; questions: string[]; clauses: string[] }
export type ExplainedFinding = Bilingual & {
  question: string
  severity: Severity
  dueDays: number
  preContract: boolean
  cause: string
  clauses: string[]
}
export type ExplainedRule = Bilingual & { rule: RuleId; lowersTo: Decision; clauses: string[] }

/** Everything that scoring.md §13 wants shown about one assessment; a record that reads in both languages. */
export type Explanation = {
  modelVersion: string
  questionnaire: { id: string; version: string }
  assessmentDate: string
  inherent: {
    dimensions: ExplainedDimension[]
    ir: number
    floors: (Bilingual & { id: FloorId })[]
    tier: Bilingual & { id: Tier; setByHand: boolean }
    irEff: number
  }
  sections: ExplainedSection[]
  ceBp: number
  questions: ExplainedQuestion[]
  losses: ExplainedLoss[]
  knockouts: ExplainedKnockout[]
  findings: ExplainedFinding[]
  inconsistencies: (Bilingual & { id: string })[]
  residual: Bilingual & { irEff: number; ceBp: number; hundredths: number; band: Band; bandName: Bilingual }
  decision: Bilingual & { id: Decision }
  rules: ExplainedRule[]
}

/** Explains a score from its trace (scoring.md §13); `input` is what was scored. */
export function explainScore(compiled: CompiledTemplate, score: Score, input: ScoreInput, say: Say): Explanation {
  const { template } = compiled
  const { inherent, ceBp, residual, band } = score
  const questions = explainQuestions(compiled, score)
  return {
    modelVersion: MODEL_VERSION,
    questionnaire: { id: template.template_id, version: template.version },
    assessmentDate: input.assessmentDate,
    inherent: explainInherent(compiled, inherent, input, say),
    sections: explainSections(compiled, score),
    ceBp,
    questions,
    losses: explainLosses(compiled, score, questions, input, say),
    ...explainDecision(compiled, score, say),
    residual: {
      irEff: inherent.irEff, ceBp, hundredths: residual, band, bandName: say(`common.band.${band}`),
      ...say('scoring.residual', { irEff: inherent.irEff, ce: hundredths(ceBp), residual: hundredths(residual), band }),
    },
  }
}

/** 8529 → '85.29': basis points as percent, hundredths as points. */
export function hundredths(value: number): string {
  return (value / 100).toFixed(2)
}
