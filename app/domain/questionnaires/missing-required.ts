import type { CompiledTemplate } from './compile-template.ts'
import { valueOf, walkQuestions, type WalkInput } from './visibility.ts'

/**
 * Ids of the required visible questions without an answer, in file order; submission is blocked while there is one
 * (scoring.md §4). An N/A waits for the reviewer and counts as an answer here; a refused one does not.
 */
export function missingRequired(compiled: CompiledTemplate, input: WalkInput): string[] {
  const { standing } = walkQuestions(compiled, input)
  return compiled.questions.flatMap(({ question }, index) => {
    if (standing[index] === 'hidden' || !question.required) return []
    const answer = input.answers[question.id]
    const waiting = question.na_allowed && (answer?.na === 'pending' || answer?.na === 'accepted')
    return waiting || valueOf(answer) !== undefined ? [] : [question.id]
  })
}
