import { answered } from './condition.ts'
import { checkTable, type TableContext } from './check-table.ts'
import { checkValue, lengthOf, LONGEST_TEXT, problem, type AnswerProblem } from './check-value.ts'
import type { Answer, AnswerValue, Question } from './template.ts'

export type { AnswerProblem } from './check-value.ts'

const SHORTEST_JUSTIFICATION = 20

export type AnswerContext = Omit<TableContext, 'latest'> & { assessmentDate: string }

/** Everything wrong with one answer to its question (questionnaire.yaml answer_types); an unanswered question has no problem here. */
export function checkAnswer(question: Question, answer: Answer, context: AnswerContext): AnswerProblem[] {
  const given = [answer.value, answer.corrected].flatMap((value) => checkAnswerValue(question, value, context))
  return answer.na === undefined ? given : [...given, ...checkNotApplicable(question, answer)]
}

/** The same for a value alone. */
export function checkAnswerValue(question: Question, value: AnswerValue | undefined, context: AnswerContext): AnswerProblem[] {
  if (answered(value) === undefined) return []
  const latest = context.assessmentDate
  if (question.type === 'table') return checkTable(question.columns ?? [], value, { ...context, latest })
  return checkValue({ ...question, type: question.type, latest, longest: LONGEST_TEXT }, value)
}

function checkNotApplicable({ na_allowed: allowed }: Question, { justification = '' }: Answer): AnswerProblem[] {
  if (!allowed) return problem('na_not_allowed')
  const length = lengthOf(justification.trim())
  if (length > LONGEST_TEXT) return problem('too_long', { longest: LONGEST_TEXT, length })
  return length < SHORTEST_JUSTIFICATION ? problem('na_justification', { least: SHORTEST_JUSTIFICATION, length }) : []
}
