import { readDay } from './age.ts'
import type { CompiledTemplate } from './compile-template.ts'
import { answered, type Reading } from './condition.ts'
import type { Answer, Answers, AnswerValue, IntakeAnswers, Question, Tier } from './template.ts'

export const HOME_COUNTRY = 'CN'

export type WalkInput = {
  tier: Tier
  intake: IntakeAnswers
  answers: Answers
  assessmentDate: string
  homeCountry?: string
}

/** hidden: no effect anywhere · not_applicable: accepted N/A, visible but out of the sums · counted: everything else. */
export type Standing = 'hidden' | 'not_applicable' | 'counted'

export type Walk = { reading: Reading; standing: Standing[]; visible: number }

/**
 * Walks the questions in file order (scoring.md §3): visible when in the tier's profile and `show_if` is absent or
 * true. Hidden questions and N/A read as unanswered. Arrays of the result run in file order.
 */
export function walkQuestions(compiled: CompiledTemplate, input: WalkInput): Walk {
  const { questions } = compiled
  const inProfile = compiled.inProfile[input.tier]
  const reading = emptyReading(compiled, input)
  const standing: Standing[] = []
  let visible = 0
  for (const [index, { question, showIf, score }] of questions.entries()) {
    const answer = input.answers[question.id]
    const shown = inProfile[index] === true && (showIf === undefined || showIf(reading))
    const value = shown ? valueOf(answer) : undefined
    reading.values.push(value)
    reading.scores.push(value === undefined ? 0 : score(value, reading.assessedOn, answer?.status))
    standing.push(!shown ? 'hidden' : isNotApplicable(question, answer) ? 'not_applicable' : 'counted')
    if (shown) visible += 1
  }
  return { reading, standing, visible }
}

/** Ids of the visible questions in file order. */
export function visibleQuestions(compiled: CompiledTemplate, input: WalkInput): string[] {
  const { standing } = walkQuestions(compiled, input)
  return compiled.questions.flatMap(({ question }, index) => (standing[index] === 'hidden' ? [] : [question.id]))
}

/** The facts of an intake, in the template's order: has_pi, sensitive_pi, cross_border … */
export function readFacts(compiled: CompiledTemplate, intake: IntakeAnswers): boolean[] {
  return intakeReading(compiled, intake).facts
}

/** What a condition about intake and facts alone can see. */
export function intakeReading(compiled: CompiledTemplate, intake: IntakeAnswers): Reading {
  const reading: Reading = { values: [], scores: [], facts: [], intake, assessedOn: { month: 0, day: 0 }, homeCountry: HOME_COUNTRY }
  for (const { holds } of compiled.facts) reading.facts.push(holds(reading))
  return reading
}

/** One fact by its id; false for a fact that the template does not have. */
export function hasFact(compiled: CompiledTemplate, facts: readonly boolean[], id: string): boolean {
  return facts[compiled.factAt.get(id) ?? -1] ?? false
}

/** What scoring reads: the reviewer's correction, else the vendor's value; undefined when unanswered or N/A. */
export function valueOf(answer: Answer | undefined): AnswerValue | undefined {
  if (!answer) return undefined
  if (answer.corrected !== undefined) return answered(answer.corrected)
  return answer.na === undefined ? answered(answer.value) : undefined
}

/** N/A counts once a reviewer has accepted it, and only where the question allows it (scoring.md §4). */
function isNotApplicable(question: Question, answer: Answer | undefined): boolean {
  return question.na_allowed && answer?.na === 'accepted' && answer.corrected === undefined
}

function emptyReading(compiled: CompiledTemplate, input: WalkInput): Reading {
  const reading = intakeReading(compiled, input.intake)
  reading.assessedOn = readDay(input.assessmentDate)
  reading.homeCountry = input.homeCountry ?? HOME_COUNTRY
  return reading
}
