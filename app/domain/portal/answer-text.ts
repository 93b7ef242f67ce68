import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { TableCell, TableRow } from '#app/domain/questionnaires/template.ts'
import type { ColumnView, DocumentView, OptionView, QuestionView } from './question-view.ts'

type Shape = Pick<QuestionView, 'type' | 'options' | 'columns'> & { documents?: readonly DocumentView[] }

/** An answer's value in words, one line each; empty when there is none. Countries are named where a list is given. */
export function answerLines({ type, options, columns, documents = [] }: Shape, { value }: GivenAnswer, countries: readonly OptionView[] = []): string[] {
  if (type === 'file') return documents.map(({ name }) => name)
  if (value === undefined) return []
  if (!Array.isArray(value)) return [labelOf(options, String(value))]
  const list: readonly unknown[] = value
  return list.map((each) => (typeof each === 'string' ? labelOf(options, each) : rowText(columns, each as TableRow, countries)))
}

function rowText(columns: readonly ColumnView[], row: TableRow, countries: readonly OptionView[]): string {
  return columns
    .map(({ id, type, options }) => cellText(row[id], type === 'country' ? countries : (options ?? [])))
    .filter((text) => text !== '')
    .join(' · ')
}

function cellText(cell: TableCell | undefined, options: readonly OptionView[]): string {
  if (cell === undefined) return ''
  return (Array.isArray(cell) ? cell : [String(cell)]).map((each) => labelOf(options, each)).join(', ')
}

function labelOf(options: readonly OptionView[], v: string): string {
  return options.find((option) => option.v === v)?.label ?? v
}
