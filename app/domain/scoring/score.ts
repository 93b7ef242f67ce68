import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { NO_OUTCOME } from '#app/domain/questionnaires/outcome.ts'
import type { Answers, IntakeAnswers, Tier } from '#app/domain/questionnaires/template.ts'
import { readFacts, walkQuestions, type Walk } from '#app/domain/questionnaires/visibility.ts'
import { assuranceOf, assurancePercent, type Assurance } from './assurance.ts'
import { decide, type Decision, type FiredRule } from './decision.ts'
import { effectivenessOf, type Effectiveness } from './effectiveness.ts'
import { raisedFindings, type RaisedFinding } from './findings.ts'
import { inherentRisk, type InherentRisk } from './inherent.ts'
import { firedKnockouts, type FiredKnockout } from './knockouts.ts'
import { bandOf, residualRisk, type Band } from './residual.ts'

/** The version of scoring.md that this code follows; stored with every assessment. */
export const MODEL_VERSION = '1.0.0'

export type ScoreInput = {
  /** Calendar date; the only clock of a score. */
  assessmentDate: string
  intake: IntakeAnswers
  answers: Answers
  /** The tier that compliance set by hand (scoring.md §10). */
  tierSetTo?: Tier
  /** Questions whose finding is closed; R7 and R8 ask about open ones only. */
  closedFindings?: ReadonlySet<string>
  /** ISO 3166-1 alpha-2; CN unless said. */
  homeCountry?: string
}

/** Basis points and hundredths as in scoring.md §1; arrays of the trace run in the file order of questions. */
export type Score = {
  inherent: InherentRisk
  visible: number
  /** CE_s in basis points of each section that counts, in file order. */
  sections: Record<string, number>
  ceBp: number
  residual: number
  band: Band
  knockouts: FiredKnockout[]
  findings: RaisedFinding[]
  /** Ids of the consistency checks that fired. */
  inconsistencies: string[]
  decision: Decision
  rules: FiredRule[]
  trace: { walk: Walk; assurances: Assurance[]; contributions: number[]; effectiveness: Effectiveness }
}

/** The whole model over one assessment (scoring.md §2–§9). Same input, same output; the input has been checked before. */
export function scoreAssessment(compiled: CompiledTemplate, input: ScoreInput): Score {
  const facts = readFacts(compiled, input.intake)
  const inherent = inherentRisk(compiled, input.intake, facts, input.tierSetTo)
  const { tier } = inherent
  const { intake, answers, assessmentDate, homeCountry } = input
  const walk = walkQuestions(compiled, { tier, intake, answers, assessmentDate, homeCountry, facts })
  const { assurances, contributions } = contributionsOf(compiled, walk, tier)
  const effectiveness = effectivenessOf(compiled, contributions)
  const sections: Record<string, number> = {}
  for (const { section, ceBp } of effectiveness.sections) sections[compiled.template.sections[section]?.id ?? ''] = ceBp
  const residual = residualRisk(inherent.irEff, effectiveness.ceBp)
  const band = bandOf(residual)
  const knockouts = firedKnockouts(compiled, walk, tier)
  const findings = raisedFindings(compiled, walk, assurances)
  const { decision, rules } = decide({
    tier, band, sections,
    ceBp: effectiveness.ceBp,
    knockouts: knockouts.map(({ knockout }) => knockout),
    openFindings: findings.filter(({ question }) => !input.closedFindings?.has(question)),
  })
  return {
    inherent, visible: walk.visible, sections, ceBp: effectiveness.ceBp, residual, band, knockouts, findings,
    inconsistencies: compiled.checks.filter(({ when }) => when(walk.reading)).map(({ check }) => check.id),
    decision, rules,
    trace: { walk, assurances, contributions, effectiveness },
  }
}

/** c = a × e of each question in basis points; -1 where the question does not count. */
function contributionsOf({ questions }: CompiledTemplate, { standing, outcomes, reading, given }: Walk, tier: Tier) {
  const assurances: Assurance[] = []
  const contributions: number[] = []
  for (let index = 0; index < questions.length; index++) {
    const mode = questions[index]?.evidenceMode ?? 'none'
    const outcome = outcomes[index] ?? NO_OUTCOME
    const counted = standing[index] === 'counted'
    const answered = reading.values[index] !== undefined
    const assurance = counted ? assuranceOf(mode, outcome.evidenceDue, given[index], answered, tier) : 'none'
    assurances.push(assurance)
    contributions.push(counted ? outcome.score * assurancePercent(assurance, tier) : -1)
  }
  return { assurances, contributions }
}
