import type { Answer, Answers, AnswerValue } from '#app/domain/questionnaires/template.ts'

/** What somebody says to a question: a value, or why the question does not apply; `note` is a remark or the reason for a no. */
export type GivenAnswer = { value?: AnswerValue; isNa: boolean; naReason?: string; note?: string }

/** An answer as the database holds it; null where nothing was said. */
type StoredAnswer = {
  questionId: string
  value: unknown
  isNa: boolean
  naReason: string | null
  naStatus: 'pending' | 'accepted' | 'refused' | null
  note: string | null
  corrected: { value: unknown } | null
}

/** Stored answers as conditions and scores read them. An N/A that no reviewer has judged is pending. */
export function answersOf(rows: readonly StoredAnswer[]): Answers {
  return Object.fromEntries(rows.map((row) => [row.questionId, answerOf(row)]))
}

function answerOf(row: StoredAnswer): Answer {
  return {
    value: asValue(row.value),
    corrected: row.corrected ? asValue(row.corrected.value) : undefined,
    na: row.isNa ? (row.naStatus ?? 'pending') : undefined,
    justification: row.naReason ?? undefined,
  }
}

/** What the vendor gave, without the reviewer's part. */
export function givenOf(row: StoredAnswer | undefined): GivenAnswer {
  if (!row) return { isNa: false }
  return { value: asValue(row.value), isNa: row.isNa, naReason: row.naReason ?? undefined, note: row.note ?? undefined }
}

/** Same words, same choices; a list's order does not count, a blank text is no text. */
export function sameAnswer(a: GivenAnswer, b: GivenAnswer): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable({ value, isNa, naReason, note }: GivenAnswer) {
  return [comparableValue(value), isNa, naReason?.trim() || null, note?.trim() || null]
}

function comparableValue(value: AnswerValue | undefined): unknown {
  if (value === undefined || value === '') return null
  if (!Array.isArray(value)) return value
  if (value.length === 0) return null
  const list: readonly unknown[] = value
  return list.every((each) => typeof each === 'string') ? [...list].sort() : list.map(sortedRow)
}

const sortedRow = (row: unknown) =>
  Object.entries(row as Record<string, unknown>)
    .filter(([, cell]) => cell !== undefined && cell !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))

function asValue(value: unknown): AnswerValue | undefined {
  return value === null || value === undefined ? undefined : (value as AnswerValue) // checked when it was saved
}
