import { isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import { answered } from '#app/domain/questionnaires/condition.ts'
import { shown } from '#app/domain/questionnaires/check-value.ts'
import { isCountryCode } from '#app/domain/questionnaires/country-codes.ts'
import { checkIntakeValue } from '#app/domain/questionnaires/intake.ts'
import { isRecord } from '#app/domain/questionnaires/template-shape.ts'
import type { Answer, IntakeAnswers, IntakeItem, QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'
import { CaseProblem, reportProblem, valueFrom, type CaseFault, type Fault } from './case-problem.ts'
import { readCaseAnswer } from './read-case-answer.ts'
import type { ScoreInput } from './score.ts'

/** Reads a case as a file gives it; throws CaseProblem with every fault that it has. */
export function readCase(template: QuestionnaireTemplate, given: unknown): ScoreInput {
  if (!isRecord(given)) throw new CaseProblem([{ path: 'case', message: 'must be a map with assessment_date, intake and answers' }])
  const faults: CaseFault[] = []
  const fault: Fault = (path, message) => faults.push({ path, message })
  const { assessment_date: assessmentDate, home_country: homeCountry } = given
  if (!isCalendarDate(assessmentDate)) fault('assessment_date', `needs a calendar date written as 2026-03-15, not ${shown(assessmentDate)}`)
  if (homeCountry !== undefined && !(typeof homeCountry === 'string' && isCountryCode(homeCountry))) {
    fault('home_country', 'needs a country code of two capital letters, such as CN or DE')
  }
  const intake = readIntake(template, given.intake, fault)
  const date = isCalendarDate(assessmentDate) ? assessmentDate : undefined
  const answers = readAnswers(template, given.answers, { intake, assessmentDate: date ?? '9999-12-31' }, fault)
  if (faults.length > 0) throw new CaseProblem(faults, caseId(given))
  return { assessmentDate: date ?? '', intake, answers, ...(typeof homeCountry === 'string' ? { homeCountry } : {}) }
}

/** The case's own id, as text. */
export function caseId({ id }: Record<string, unknown>): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

function readIntake(template: QuestionnaireTemplate, given: unknown, fault: Fault): IntakeAnswers {
  if (!isRecord(given)) {
    fault('intake', 'must be a map from intake items, such as IN-06, to values')
    return {}
  }
  const { items } = template.intake
  for (const id of Object.keys(given)) {
    if (items.some((item) => item.id === id)) continue
    fault(`intake.${id}`, `is not an intake item; known are ${items[0]?.id} to ${items.at(-1)?.id}`)
  }
  const intake = Object.fromEntries(items.map(({ id }) => [id, valueFrom(given[id])]))
  for (const item of items) checkItem(template, item, intake, fault)
  return intake
}

function checkItem(template: QuestionnaireTemplate, item: IntakeItem, intake: IntakeAnswers, fault: Fault): void {
  const path = `intake.${item.id}`
  if (answered(intake[item.id]) === undefined && item.dimension && item.dimension !== 'D3') {
    fault(path, `is needed for inherent risk (${item.dimension}); ${allowedIn(item)}`)
  }
  for (const found of checkIntakeValue(template, item, intake)) reportProblem(fault, path, found)
}

function allowedIn({ options }: IntakeItem): string {
  return options ? `allowed are ${options.map(({ v }) => v).join(', ')}` : 'give a number from 0'
}

type AnswerBasis = { intake: IntakeAnswers; assessmentDate: string }

function readAnswers(template: QuestionnaireTemplate, given: unknown, basis: AnswerBasis, fault: Fault): Record<string, Answer> {
  if (!isRecord(given)) {
    fault('answers', 'must be a map from questions, such as GOV-01, to answers')
    return {}
  }
  const questions = new Map(template.questions.map((question) => [question.id, question]))
  return Object.fromEntries(Object.entries(given).flatMap(([id, answer]) => {
    const question = questions.get(id)
    if (!question) {
      fault(`answers.${id}`, `is not a question of ${template.template_id}; known are ${[...questions.keys()].join(', ')}`)
      return []
    }
    return [[id, readCaseAnswer({ template, ...basis }, question, answer, fault)]]
  }))
}
