import { addMonths, isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import { checkTable } from './check-table.ts'
import { checkValue, LONGEST_TEXT, problem, type AnswerProblem } from './check-value.ts'
import type { CompiledTemplate } from './compile-template.ts'
import { answered } from './condition.ts'
import { checkCreditCode, looksLikeCreditCode } from './credit-code.ts'
import type { AnswerValue, IntakeAnswers, IntakeItem, QuestionnaireTemplate } from './template.ts'
import { intakeReading } from './visibility.ts'

export type IntakeProblem = AnswerProblem & { item: string }

/** Why somebody chose "other" and the like, by item; see `explain` in the template. */
export type IntakeNotes = Readonly<Record<string, string | undefined>>

/** Everything that keeps an intake form from being submitted, in the form's order. */
export function checkIntake(compiled: CompiledTemplate, intake: IntakeAnswers, notes: IntakeNotes): IntakeProblem[] {
  const { template } = compiled
  const reading = intakeReading(compiled, intake)
  return template.intake.items.flatMap((item) => {
    const value = answered(intake[item.id])
    const required = item.required || compiled.intakeRequiredIf.get(item.id)?.(reading) === true
    if (value === undefined) return at(item, required ? problem('required') : [])
    const together = [...checkChoice(item, value, notes), ...checkPeriod(item, value, intake)]
    return [...checkIntakeValue(template, item, intake), ...at(item, together)]
  })
}

/** Checks the value of one item by itself, complete or not; for drafts that are saved as they are typed. */
export function checkIntakeValue(template: QuestionnaireTemplate, item: IntakeItem, intake: IntakeAnswers): IntakeProblem[] {
  const value = answered(intake[item.id])
  if (value === undefined) return []
  if (item.type === 'table') return at(item, checkTable(item.columns ?? [], value, { template, intake }))
  const found = checkValue({ ...item, type: item.type, longest: LONGEST_TEXT }, value)
  return at(item, [...found, ...checkRegistration(item, value)])
}

/** A registration number that is written like a 统一社会信用代码 must be one; foreign numbers pass as they are. */
function checkRegistration({ format }: IntakeItem, value: AnswerValue): AnswerProblem[] {
  if (format !== 'registration_number' || typeof value !== 'string') return []
  const code = value.trim().toUpperCase()
  return looksLikeCreditCode(code) && !checkCreditCode(code) ? problem('credit_code', { value: code }) : []
}

function checkChoice({ id, options = [] }: IntakeItem, value: AnswerValue, notes: IntakeNotes): AnswerProblem[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  const chosen = options.filter(({ v }) => list.includes(v))
  return [
    ...(chosen.some(({ blocks }) => blocks) ? problem('blocks') : []),
    ...(chosen.some(({ explain }) => explain) && !notes[id]?.trim() ? problem('explain') : []),
  ]
}

/** `after`: later than another date of the form, and at most so many months after it (R7.2.2: never open-ended). */
function checkPeriod({ after }: IntakeItem, value: AnswerValue, intake: IntakeAnswers): AnswerProblem[] {
  const start = after && intake[after.item]
  if (!after || !isCalendarDate(start) || !isCalendarDate(value)) return []
  if (value <= start) return problem('date_not_after', { start })
  const latest = addMonths(start, after.max_months)
  return value > latest ? problem('period_too_long', { months: after.max_months, latest }) : []
}

function at({ id }: IntakeItem, problems: AnswerProblem[]): IntakeProblem[] {
  return problems.map((each) => ({ ...each, item: id }))
}
