import { answered } from './condition.ts'
import { checkValue, LONGEST_CELL, MOST_ENTRIES, problem, type AnswerProblem, type ValueRule } from './check-value.ts'
import { isRecord } from './template-shape.ts'
import type { AnswerValue, Bilingual, Column, IntakeAnswers, IntakeItem, QuestionnaireTemplate } from './template.ts'

const CATALOGUE = 'catalogue:info_types'
const CHOSEN = 'chosen:'
const YES_NO = [{ v: 'yes' }, { v: 'no' }]

/** What a table may refer to, and the last date that its cells may name. */
export type TableContext = { template: QuestionnaireTemplate; intake: IntakeAnswers; latest?: string }

/** Checks every row and cell of a table; `row` and `column` of a problem say where. */
export function checkTable(columns: readonly Column[], rows: unknown, context: TableContext): AnswerProblem[] {
  if (!Array.isArray(rows)) return problem('not_a_table')
  if (rows.length > MOST_ENTRIES) return problem('too_many', { most: MOST_ENTRIES })
  const rules = columns.map((column) => ({ column, rule: columnRule(column, context) }))
  return rows.flatMap((row: unknown, at) => {
    if (!isRecord(row)) return problem('not_a_table').map((each) => ({ ...each, row: at }))
    return [...checkCells(rules, row), ...unknownColumns(columns, row)].map((each) => ({ ...each, row: at }))
  })
}

/** The options that a column offers at the moment. */
export function columnOptions(column: Column, context: TableContext): readonly ({ v: string } & Partial<Bilingual>)[] {
  const all = knownOptions(column, context)
  const item = chosenFrom(column, context)
  if (!item) return all
  const chosen = context.intake[item.id]
  const list: readonly unknown[] = Array.isArray(chosen) ? chosen : [chosen]
  return all.filter(({ v }) => list.includes(v))
}

function knownOptions(column: Column, context: TableContext): readonly ({ v: string } & Partial<Bilingual>)[] {
  const { options, type } = column
  if (options === undefined) return type === 'yesno' ? YES_NO : []
  if (typeof options !== 'string') return options
  if (options === CATALOGUE) return context.template.intake.items.find(({ dimension }) => dimension === 'D1')?.options ?? []
  return chosenFrom(column, context)?.options ?? []
}

function chosenFrom({ options }: Column, { template }: TableContext): IntakeItem | undefined {
  return template.intake.items.find(({ id }) => options === `${CHOSEN}${id}`)
}

function columnRule(column: Column, context: TableContext): ValueRule {
  return {
    type: column.type, options: knownOptions(column, context), chosen: columnOptions(column, context),
    latest: context.latest, longest: LONGEST_CELL,
  }
}

function checkCells(rules: readonly { column: Column; rule: ValueRule }[], row: Record<string, unknown>): AnswerProblem[] {
  return rules.flatMap(({ column, rule }) => {
    const cell = row[column.id]
    const empty = cell === undefined || cell === null || (isCellList(cell) && answered(cell) === undefined)
    const found = empty ? (column.required ? problem('cell_required') : []) : checkValue(rule, cell)
    return found.map((each) => ({ ...each, column: column.id }))
  })
}

/** Blank text and empty lists are empty cells. */
function isCellList(cell: unknown): cell is AnswerValue {
  return typeof cell === 'string' || Array.isArray(cell)
}

function unknownColumns(columns: readonly Column[], row: Record<string, unknown>): AnswerProblem[] {
  return Object.keys(row)
    .filter((key) => !columns.some(({ id }) => id === key))
    .flatMap((key) => problem('unknown_column', { value: key, allowed: columns.map(({ id }) => id).join(', ') }))
}
