import type { AnswerValue, Column, IntakeAnswers, IntakeItem, TableCell, TableRow } from '#app/domain/questionnaires/template.ts'
import { KNOWN_ITEMS } from './intake-sections.ts'

/** A form's entries by name, as typed. FormData fits; files are left out. */
type Entries = Iterable<readonly [string, unknown]>

/** The answers and the notes of a form. Notes are sent as `IN-04.note`. */
export type IntakeInput = { intake: Record<string, AnswerValue>; notes: Record<string, string> }

/** The most rows that are read from one table; the check reports what is too many, never the parser. */
const MOST_ROWS = 300

/**
 * Reads the intake form's fields: `IN-09`, repeated `IN-06`, `IN-05[0].scenario`. Values stay as typed where they cannot be
 * read, so that the check can name them; rows and fields without any content are left out. `dropRow` is 'IN-05[1]'.
 */
export function readIntakeForm(items: readonly IntakeItem[], entries: Entries, dropRow?: string): IntakeInput {
  const given = collect(entries)
  const intake: Record<string, AnswerValue> = {}
  const notes: Record<string, string> = {}
  for (const item of items) {
    if ((KNOWN_ITEMS as readonly string[]).includes(item.id)) continue
    const value = item.type === 'table' ? readRows(item, given, dropRow) : readValue(item.type, given.get(item.id) ?? [])
    if (value !== undefined) intake[item.id] = value
    const note = given.get(`${item.id}.note`)?.[0]
    if (note) notes[item.id] = note
  }
  return { intake, notes }
}

/** The name of the field that holds a value, or a table's cell. */
export function fieldName(item: string, row?: number, column?: string): string {
  return row === undefined ? item : `${item}[${row}]${column === undefined ? '' : `.${column}`}`
}

function collect(entries: Entries): Map<string, string[]> {
  const given = new Map<string, string[]>()
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    const text = clean(value)
    if (text !== '') given.set(name, [...(given.get(name) ?? []), text])
  }
  return given
}

/** Controls and marks of direction have no place in an answer. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim()
}

function readValue(type: IntakeItem['type'] | Column['type'], typed: string[]): AnswerValue | undefined {
  const [first] = typed
  if (first === undefined) return undefined
  if (type === 'multi' || type === 'file') return [...new Set(typed)]
  return type === 'number' ? readNumber(first) : first
}

/** 1,240,000 and １２４００００ are numbers; anything else stays text for the check to name. */
function readNumber(text: string): string | number {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[,\s'](?=\d{3})/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

function readRows({ id, columns = [] }: IntakeItem, given: Map<string, string[]>, dropRow: string | undefined): TableRow[] | undefined {
  const rows: TableRow[] = []
  for (let index = 0; index <= lastRow(id, given); index += 1) {
    if (dropRow === fieldName(id, index)) continue
    const cells = columns.flatMap((column) => {
      const value = readValue(column.type, given.get(fieldName(id, index, column.id)) ?? [])
      return value === undefined ? [] : [[column.id, value as TableCell] as const] // columns are never tables
    })
    if (cells.length > 0) rows.push(Object.fromEntries(cells))
  }
  return rows.length > 0 ? rows : undefined
}

function lastRow(id: string, given: Map<string, string[]>): number {
  const own = new RegExp(`^${id}\\[(\\d{1,4})\\]\\.`)
  const found = [...given.keys()].flatMap((name) => own.exec(name)?.[1] ?? []).map(Number)
  return Math.min(MOST_ROWS, Math.max(-1, ...found))
}

/** The items of `chosen:IN-nn` columns: what they have chosen now. */
export function chosenOf(intake: IntakeAnswers, itemId: string): string[] {
  const value = intake[itemId]
  if (Array.isArray(value)) return value.filter((each): each is string => typeof each === 'string')
  return typeof value === 'string' ? [value] : []
}
