import type { AnswerValue, Bilingual, Column, Question, QuestionnaireTemplate, TableCell, TableRow } from '../questionnaires/template.ts'

/** Words of the reader's language that a template does not carry. */
export type AnswerWording = { locale: 'zh-CN' | 'en'; yes: string; no: string; country: (code: string) => string; number: (value: number, unit: string | undefined) => string; date: (iso: string) => string }

/** An answer to read: single lines, or a small table. */
export type AnswerWords = { lines: string[]; table?: { heads: string[]; rows: string[][] } }

export const inLocale = (locale: AnswerWording['locale'], { zh, en }: Bilingual): string => (locale === 'en' ? en : zh)

/** An answer's value in words: option labels, units, countries by name; no line when there is no value. */
export function answerWords(template: QuestionnaireTemplate, question: Question, value: AnswerValue | undefined, wording: AnswerWording): AnswerWords {
  if (value === undefined || question.type === 'file') return { lines: [] }
  if (question.type === 'table') return { lines: [], table: tableOf(template, question, value, wording) }
  const label = labelIn(question.options, wording)
  if (Array.isArray(value)) return { lines: value.map((each) => label(String(each))) }
  if (typeof value === 'number') return { lines: [wording.number(value, question.unit)] }
  if (question.type === 'date') return { lines: [wording.date(value)] }
  return { lines: [label(String(value))] }
}

function tableOf(template: QuestionnaireTemplate, { columns = [] }: Question, value: AnswerValue, wording: AnswerWording) {
  const rows = (Array.isArray(value) ? value : []) as TableRow[] // a table's value is rows
  return {
    heads: columns.map((column) => inLocale(wording.locale, column)),
    rows: rows.map((row) => columns.map((column) => cellOf(template, column, row[column.id], wording))),
  }
}

function cellOf(template: QuestionnaireTemplate, column: Column, cell: TableCell | undefined, wording: AnswerWording): string {
  if (cell === undefined) return ''
  const label = column.type === 'country' ? wording.country : column.type === 'date' ? wording.date : labelIn(optionsOf(template, column), wording)
  return (Array.isArray(cell) ? cell : [String(cell)]).map(label).join(wording.locale === 'en' ? ', ' : '、')
}

function optionsOf(template: QuestionnaireTemplate, { options }: Column): readonly (Bilingual & { v: string })[] {
  if (Array.isArray(options)) return options
  if (options === undefined) return []
  const item = options.startsWith('chosen:') ? options.slice('chosen:'.length) : undefined
  return template.intake.items.find(({ id, dimension }) => (item === undefined ? dimension === 'D1' : id === item))?.options ?? []
}

function labelIn(options: readonly (Bilingual & { v: string })[] | undefined, { locale, yes, no }: AnswerWording) {
  const plain: Record<string, string> = { yes, no }
  return (v: string): string => {
    const option = options?.find((each) => each.v === v)
    return option ? inLocale(locale, option) : (plain[v] ?? v)
  }
}
