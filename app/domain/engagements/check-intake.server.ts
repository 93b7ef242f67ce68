import type { FieldProblem } from '../errors.ts'
import { checkIntake, checkIntakeValue, type IntakeProblem } from '../questionnaires/intake.ts'
import { fieldName, type IntakeInput } from './intake-form.ts'
import { intakeTemplate } from './intake-template.server.ts'

const LONGEST_NOTE = 2000

/** What a draft may leave open: rows that are not finished, choices that were taken back above. */
const LEFT_OPEN = new Set(['answer.cell_required', 'answer.not_chosen'])

/** What keeps a draft from being kept: answers that cannot be read. Gaps may stay. */
export function draftProblems({ intake, notes }: IntakeInput): FieldProblem[] {
  const { template } = intakeTemplate()
  const values = template.intake.items.flatMap((item) => checkIntakeValue(template, item, intake).filter(({ code }) => !LEFT_OPEN.has(code)))
  const long = Object.entries(notes).filter(([, note]) => [...note].length > LONGEST_NOTE)
  return [...values.map(asField), ...long.map(([item]) => ({ field: `${item}.note`, key: 'form.too_long', data: { max: LONGEST_NOTE } }))]
}

/** Everything that keeps the form from being submitted, in the form's order. */
export function submissionProblems({ intake, notes }: IntakeInput): FieldProblem[] {
  return checkIntake(intakeTemplate(), intake, notes).map(asField)
}

function asField({ item, row, column, code, data }: IntakeProblem): FieldProblem {
  const field = code === 'answer.explain' ? `${item}.note` : fieldName(item, row, column)
  return { field, key: code, data }
}
