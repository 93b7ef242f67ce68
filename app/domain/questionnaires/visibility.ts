import { readDay } from './age.ts'
import type { CompiledTemplate } from './compile-template.ts'
import { answered, type Reading } from './condition.ts'
import { NO_OUTCOME, type Outcome } from './outcome.ts'
import type { Answer, Answers, AnswerValue, IntakeAnswers, Tier } from './template.ts'

const HOME_COUNTRY = 'CN'

export type WalkInput = {
  tier: Tier
  intake: IntakeAnswers
  answers: Answers
  assessmentDate: string
  homeCountry?: string
  /** The facts of the intake, where they are known already. */
  facts?: boolean[]
}

/** hidden: no effect anywhere · not_applicable: accepted N/A, visible but out of the sums · counted: everything else. */
type Standing = 'hidden' | 'not_applicable' | 'counted'

/** `given` holds the stored answers, those of hidden questions left out. Arrays run in file order. */
export type Walk = {
  reading: Reading
  given: (Answer | undefined)[]
  standing: Standing[]
  outcomes: Outcome[]
  visible: number
}

/**
 * Walks the questions in file order (scoring.md §3): visible when in the tier's profile and `show_if` is absent or
 * true. Hidden questions and N/A read as unanswered. What each answer leads to is worked out on the way, since
 * conditions look at earlier questions only.
 */
export function walkQuestions(compiled: CompiledTemplate, input: WalkInput): Walk {
  const { questions, inProfile } = compiled
  const shownAt = inProfile[input.tier]
  const reading = emptyReading(compiled, input)
  const walk: Walk = { reading, given: [], standing: [], outcomes: [], visible: 0 }
  // Indexed, like every loop over all questions: a re-scoring runs it a hundred thousand times.
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index]
    if (question === undefined) continue
    const shown = shownAt[index] === true && (question.showIf === undefined || question.showIf(reading))
    const answer = shown ? input.answers[question.id] : undefined
    const standing = !shown ? 'hidden' : question.naAllowed && isAcceptedNa(answer) ? 'not_applicable' : 'counted'
    const value = valueOf(answer)
    reading.values.push(value)
    const outcome = standing === 'counted' ? question.outcome(value, reading, answer?.status) : NO_OUTCOME
    reading.scores[index] = outcome.score
    walk.given.push(answer)
    walk.standing.push(standing)
    walk.outcomes.push(outcome)
    if (shown) walk.visible += 1
  }
  return walk
}

/** Ids of the visible questions in file order. */
export function visibleQuestions(compiled: CompiledTemplate, input: WalkInput): string[] {
  const { standing } = walkQuestions(compiled, input)
  return compiled.questions.flatMap(({ id }, index) => (standing[index] === 'hidden' ? [] : [id]))
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
function isAcceptedNa(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.na === 'accepted' && answer.corrected === undefined
}

function emptyReading(compiled: CompiledTemplate, { intake, assessmentDate, homeCountry = HOME_COUNTRY, facts }: WalkInput): Reading {
  const known = facts ?? readFacts(compiled, intake)
  return { values: [], scores: [], facts: known, intake, assessedOn: readDay(assessmentDate), homeCountry }
}
