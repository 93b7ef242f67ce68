import { unique, type Report, type TemplatePath } from './template-shape.ts'
import type { AnswerBand, Column, IntakeItem, Question, QuestionnaireTemplate, QuestionType } from './template.ts'

const CHOICES: readonly QuestionType[] = ['yesno', 'single', 'multi']

/** Reports what a question names that the template does not have, and parts that its type needs or cannot use. */
export function checkQuestion(template: QuestionnaireTemplate, question: Question, at: number, report: Report): void {
  const path = ['questions', at]
  if (!template.sections.some(({ id }) => id === question.section)) report([...path, 'section'], `no section ${question.section}`)
  if (question.type === 'text' && question.weight !== 0) report([...path, 'weight'], 'a text question is never scored; its weight is 0')
  needs(question, path, report)
  checkOptions(question.options, [...path, 'options'], report)
  checkBands(question, path, report)
  checkColumns(template, question.columns, [...path, 'columns'], report)
  checkTableScoring(question, [...path, 'table_scoring'], report)
  question.evidence.types?.forEach((type, each) => {
    if (!template.evidence_types.some(({ id }) => id === type)) report([...path, 'evidence', 'types', each], `no evidence type ${type}`)
  })
  question.knockouts?.forEach(({ code }, each) => {
    if (!template.knockouts.some((knockout) => knockout.code === code)) report([...path, 'knockouts', each, 'code'], `no knock-out ${code}`)
  })
  if (question.range && question.range.min > question.range.max) report([...path, 'range'], 'min lies above max')
}

/** The same for one item of the intake form. */
export function checkIntakeItem(template: QuestionnaireTemplate, item: IntakeItem, at: number, report: Report): void {
  const path = ['intake', 'items', at]
  if (CHOICES.includes(item.type) && !item.options) report(path, `type ${item.type} needs options`)
  if (item.type === 'table' && !item.columns) report(path, 'type table needs columns')
  checkOptions(item.options, [...path, 'options'], report)
  checkColumns(template, item.columns, [...path, 'columns'], report)
  if (item.dimension === 'D2' ? !item.bands : item.dimension && item.options?.some(({ points }) => points === undefined)) {
    report(path, `${item.id} carries ${item.dimension}: ${item.dimension === 'D2' ? 'it needs bands' : 'every option needs points'}`)
  }
  if (item.after) {
    const earlier = template.intake.items.slice(0, at).find(({ id }) => id === item.after?.item)
    if (earlier?.type !== 'date') report([...path, 'after', 'item'], `${item.after.item} is not an earlier item of type date`)
  }
}

function needs(question: Question, path: TemplatePath, report: Report): void {
  const { type } = question
  if (CHOICES.includes(type) && !question.options) report(path, `type ${type} needs options`)
  if ((type === 'number' || type === 'date') && !question.bands) report(path, `type ${type} needs bands`)
  if (type === 'number' && !question.range) report(path, 'type number needs a range')
  if (type === 'table' && (!question.columns || !question.table_scoring)) report(path, 'type table needs columns and table_scoring')
}

function checkOptions(options: readonly { v: string }[] | undefined, path: TemplatePath, report: Report): void {
  unique((options ?? []).map(({ v }) => v), (at) => [...path, at, 'v'], report)
  options?.forEach(({ v }, at) => {
    if (v === 'na') report([...path, at, 'v'], 'na stands for "not applicable" and cannot be an option')
  })
}

const BAND_KEYS: Partial<Record<QuestionType, readonly string[]>> = { number: ['lte', 'gte'], date: ['age_months_lte'] }

function checkBands({ type, bands = [] }: Question, path: TemplatePath, report: Report): void {
  bands.forEach((band: AnswerBand, at) => {
    const last = at === bands.length - 1
    if ('else' in band !== last) report([...path, 'bands', at], last ? 'the last band must be else' : 'else must be the last band')
    if (!('else' in band) && !BAND_KEYS[type]?.some((key) => key in band)) {
      report([...path, 'bands', at], `this band does not fit a question of type ${type}`)
    }
  })
}

function checkColumns(template: QuestionnaireTemplate, columns: readonly Column[] | undefined, path: TemplatePath, report: Report): void {
  unique((columns ?? []).map(({ id }) => id), (at) => [...path, at, 'id'], report)
  columns?.forEach(({ type, options }, at) => {
    if ((type === 'single' || type === 'multi') && !options) report([...path, at], `a column of type ${type} needs options`)
    if (Array.isArray(options)) checkOptions(options, [...path, at, 'options'], report)
    if (typeof options === 'string' && options.startsWith('chosen:')) {
      const item = template.intake.items.find(({ id }) => `chosen:${id}` === options)
      if (!item?.options) report([...path, at, 'options'], `${options} does not name an intake item with options`)
    }
  })
}

function checkTableScoring({ columns = [], table_scoring: scoring }: Question, path: TemplatePath, report: Report): void {
  if (scoring?.rule !== 'required_values') return
  const column = columns.find(({ id }) => id === scoring.column)
  if (!column) return report([...path, 'column'], `no column ${scoring.column}`)
  const { options } = column
  scoring.values.forEach((value, at) => {
    if (Array.isArray(options) && !options.some(({ v }) => v === value)) {
      report([...path, 'values', at], `${value} is not an option of the column ${scoring.column}`)
    }
  })
}
