import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { AnswerValue, ColumnType, QuestionType, TableRow } from '#app/domain/questionnaires/template.ts'

/** What the fields of a question need to be read: its type and, for a table, its columns. */
export type QuestionForm = { id: string; type: QuestionType; columns?: readonly { id: string; type: ColumnType }[] }

export type Entry = readonly [name: string, value: string]

/** Names of a question's fields: its id for the value, the id and a word for the rest. */
export const fieldName = {
  value: (id: string) => id,
  cell: (id: string, row: number, column: string) => `${id}.${row}.${column}`,
  isNa: (id: string) => `${id}.na`,
  naReason: (id: string) => `${id}.naReason`,
  note: (id: string) => `${id}.note`,
  revision: (id: string) => `${id}.revision`,
  /** Without JavaScript: leave this row of a table out. */
  dropRow: (id: string) => `${id}.drop`,
  rows: (id: string) => `${id}.rows`,
  files: (id: string) => `${id}.file`,
  reuse: (id: string) => `${id}.reuse`,
  detach: (id: string) => `${id}.detach`,
}

export const REPLY_PREFIX = 'reply.'

/** True for a field of this question. */
export function isFieldOf(id: string, name: string): boolean {
  return name === id || name.startsWith(`${id}.`)
}

/**
 * Reads a question's fields, as a form sends them, into an answer. Blank is no answer; a number that cannot be read stays
 * text, so that its check can say so. A file question's value is the documents attached, which do not travel in fields.
 */
export function readGiven(question: QuestionForm, entries: readonly Entry[]): GivenAnswer {
  const { id } = question
  const one = (name: string) => trimmed(entries.findLast(([each]) => each === name)?.[1])
  return {
    value: readValue(question, entries),
    isNa: one(fieldName.isNa(id)) !== undefined,
    naReason: one(fieldName.naReason(id)),
    note: one(fieldName.note(id)),
  }
}

/** The revision that the page was drawn from, 0 for a question without an answer yet. */
export function readRevision(id: string, entries: readonly Entry[]): number {
  const found = Number(entries.findLast(([name]) => name === fieldName.revision(id))?.[1])
  return Number.isSafeInteger(found) && found > 0 ? found : 0
}

function readValue(question: QuestionForm, entries: readonly Entry[]): AnswerValue | undefined {
  const own = entries.filter(([name]) => name === question.id).map(([, value]) => value)
  const last = trimmed(own.at(-1))
  switch (question.type) {
    case 'multi':
      return own.length > 0 ? own : undefined
    case 'number':
      return last === undefined ? undefined : readNumber(last)
    case 'table':
      return readRows(question, entries)
    case 'file':
      return undefined
    default:
      return last
  }
}

/** Native forms send line ends as two characters, scripts as one. */
const trimmed = (text: string | undefined) => text?.replace(/\r\n?/g, '\n').trim() || undefined

/** Full-width digits of a Chinese keyboard are digits too. */
function readNumber(text: string): number | string {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text
}

function readRows({ id, columns = [] }: QuestionForm, entries: readonly Entry[]): TableRow[] | undefined {
  const dropped = entries.filter(([name]) => name === fieldName.dropRow(id)).map(([, row]) => Number(row))
  const rows = new Map<number, TableRow>()
  for (const [name, value] of entries) {
    if (!name.startsWith(`${id}.`)) continue
    const [, at = '', columnId = ''] = /^(\d{1,3})\.(.+)$/.exec(name.slice(id.length + 1)) ?? []
    const column = columns.find((each) => each.id === columnId)
    const text = value.trim()
    if (at === '' || !column || text === '' || dropped.includes(Number(at))) continue
    const row = rows.get(Number(at)) ?? {}
    const before = row[columnId]
    row[columnId] = column.type === 'multi' ? [...(Array.isArray(before) ? before : []), text] : column.type === 'number' ? readNumber(text) : text
    rows.set(Number(at), row)
  }
  const filled = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  return filled.length > 0 ? filled : undefined
}
