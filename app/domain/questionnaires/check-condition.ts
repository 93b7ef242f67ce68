import type { Report, TemplatePath } from './template-shape.ts'
import type { Comparison, Condition, Op, QuestionnaireTemplate, QuestionType } from './template.ts'

/** What a condition may speak of: facts and questions before these positions, and the question it stands in. */
export type Reach = { factsBefore: number; questionsBefore: number; own?: number }

type Subject = {
  name: string
  kind: 'question' | 'intake'
  type: QuestionType
  options?: readonly ({ v: string } & Record<string, unknown>)[]
  columns?: readonly { id: string }[]
}

const CHOICE: readonly QuestionType[] = ['yesno', 'single']
const ORDERED: readonly QuestionType[] = ['number', 'date']

/** The answer types that an op makes sense for; an op not listed fits all. */
const FITS: Partial<Record<Op, readonly QuestionType[]>> = {
  eq: [...CHOICE, ...ORDERED, 'text'], ne: [...CHOICE, ...ORDERED, 'text'], in: [...CHOICE, ...ORDERED, 'text'],
  contains: ['multi'], not_contains: ['multi'], any_option_flag: ['multi'], option_flag: CHOICE,
  gt: ORDERED, gte: ORDERED, lt: ORDERED, lte: ORDERED, age_months_gt: ['date'], age_months_lte: ['date'],
  score_lt: [...CHOICE, ...ORDERED, 'multi', 'file', 'table'], any_cell_in: ['table'], any_cell_not_home: ['table'],
}
const NUMERIC: readonly Op[] = ['gt', 'gte', 'lt', 'lte', 'score_lt', 'age_months_gt', 'age_months_lte']
const CHOOSING: readonly Op[] = ['eq', 'ne', 'in', 'contains', 'not_contains']

/** Reports every name in a condition that leads nowhere or too far ahead, and every op that does not fit its subject. */
export function checkCondition(
  template: QuestionnaireTemplate, condition: Condition, reach: Reach, path: TemplatePath, report: Report,
): void {
  const nested = (part: Condition, ...step: TemplatePath) => checkCondition(template, part, reach, [...path, ...step], report)
  if ('all' in condition) return condition.all.forEach((part, index) => nested(part, 'all', index))
  if ('any' in condition) return condition.any.forEach((part, index) => nested(part, 'any', index))
  if ('not' in condition) return nested(condition.not, 'not')
  if ('fact' in condition) return checkFact(template, condition.fact, reach, path, report)
  const subject = subjectOf(template, condition, reach, path, report)
  if (subject) checkComparison(subject, condition, path, report)
}

function checkFact(template: QuestionnaireTemplate, name: string, { factsBefore }: Reach, path: TemplatePath, report: Report): void {
  const at = template.facts.findIndex((fact) => fact.id === name)
  if (at < 0) report([...path, 'fact'], `no fact ${name}`)
  else if (at >= factsBefore) report([...path, 'fact'], `fact ${name} comes later in the file; a fact may use earlier ones only`)
}

function subjectOf(
  template: QuestionnaireTemplate, condition: { q: string } | { intake: string } | Comparison, reach: Reach, path: TemplatePath,
  report: Report,
): Subject | undefined {
  if ('intake' in condition) {
    const item = template.intake.items.find((each) => each.id === condition.intake)
    if (!item) report([...path, 'intake'], `no intake item ${condition.intake}`)
    return item && { name: item.id, kind: 'intake', type: item.type, options: item.options, columns: item.columns }
  }
  const at = 'q' in condition ? template.questions.findIndex((each) => each.id === condition.q) : reach.own ?? -1
  const question = template.questions[at]
  if ('q' in condition && !question) report([...path, 'q'], `no question ${condition.q}`)
  if ('q' in condition && question && at >= reach.questionsBefore && at !== reach.own) {
    report([...path, 'q'], `question ${condition.q} does not come earlier in the file`)
  }
  if (!('q' in condition) && !question) report(path, 'a comparison here must name q, intake or fact')
  return question && { name: question.id, kind: 'question', type: question.type, options: question.options, columns: question.columns }
}

function checkComparison(subject: Subject, comparison: Comparison, path: TemplatePath, report: Report): void {
  const { op, v, flag, column } = comparison
  if (FITS[op]?.includes(subject.type) === false) {
    return report([...path, 'op'], `${op} does not fit ${subject.name}, which is of type ${subject.type}`)
  }
  if (op === 'score_lt' && subject.kind === 'intake') report([...path, 'op'], 'intake items have no score')
  if (NUMERIC.includes(op) && typeof v !== 'number' && !(subject.type === 'date' && typeof v === 'string')) {
    report([...path, 'v'], `${op} needs a number`)
  }
  if ((op === 'in' || op === 'any_cell_in') && !Array.isArray(v)) report([...path, 'v'], `${op} needs a list`)
  if (CHOOSING.includes(op)) checkChoice(subject, v, path, report)
  if (op.endsWith('option_flag') && !subject.options?.some((option) => flag !== undefined && flag in option)) {
    report([...path, 'flag'], `no option of ${subject.name} has a flag ${flag ?? '(none given)'}`)
  }
  if (op.startsWith('any_cell') && !subject.columns?.some(({ id }) => id === column)) {
    report([...path, 'column'], `${subject.name} has no column ${column ?? '(none given)'}`)
  }
}

function checkChoice({ name, options }: Subject, v: Comparison['v'], path: TemplatePath, report: Report): void {
  if (v === undefined) return report([...path, 'v'], 'needs a value to compare with')
  for (const each of Array.isArray(v) ? v : [v]) {
    if (options && !options.some((option) => option.v === each)) report([...path, 'v'], `${String(each)} is not an option of ${name}`)
  }
}
