import type { ProblemData } from '#app/domain/errors.ts'
import { isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import { isCountryCode } from './country-codes.ts'
import type { ColumnType, QuestionType } from './template.ts'

type AnswerCode =
  | 'required' | 'not_text' | 'not_a_list' | 'not_a_table' | 'not_a_number' | 'not_whole' | 'out_of_range' | 'negative'
  | 'unknown_option' | 'not_chosen' | 'exclusive' | 'not_a_date' | 'date_too_late' | 'unknown_country' | 'too_long' | 'too_many'
  | 'unknown_column' | 'cell_required' | 'na_not_allowed' | 'na_justification' | 'blocks' | 'explain' | 'date_not_after'
  | 'period_too_long' | 'credit_code'

/** `code` is a message key. In a table, `row` counts from 0 and `column` is the column's id. */
export type AnswerProblem = { code: `answer.${AnswerCode}`; data: ProblemData; row?: number; column?: string }

/** What a single value must fit; a question, an intake item or a table column. */
export type ValueRule = {
  type: Exclude<QuestionType | ColumnType, 'table'>
  options?: readonly { v: string; exclusive?: unknown }[]
  /** Of the options, those that another item has chosen. */
  chosen?: readonly { v: string }[]
  range?: { min: number; max: number }
  integer?: boolean
  /** The last date allowed. */
  latest?: string
  longest: number
}

export const LONGEST_TEXT = 4000
export const LONGEST_CELL = 300
export const MOST_ENTRIES = 200

/** Checks one value that is present against its rule. */
export function checkValue(rule: ValueRule, value: unknown): AnswerProblem[] {
  switch (rule.type) {
    case 'yesno':
    case 'single': return checkOption(rule, value)
    case 'multi': return checkOptions(rule, value)
    case 'number': return checkNumber(rule, value)
    case 'date': return checkDate(rule, value)
    case 'country': return typeof value === 'string' && isCountryCode(value) ? [] : problem('unknown_country', { value: shown(value) })
    case 'text': return checkText(rule, value)
    case 'file': return checkFiles(rule, value)
    default: throw new RangeError(`unknown type ${String(rule.type satisfies never)}`)
  }
}

export function problem(code: AnswerCode, data: ProblemData = {}): AnswerProblem[] {
  return [{ code: `answer.${code}`, data }]
}

/** Characters as people count them, so that 𠮷 and an emoji are one. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** A foreign value as a message can show it. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function checkOption({ options = [], chosen = options }: ValueRule, value: unknown): AnswerProblem[] {
  const known = options.some(({ v }) => v === value)
  if (known && chosen.some(({ v }) => v === value)) return []
  const allowed = (known ? chosen : options).map(({ v }) => v).join(', ')
  return problem(known ? 'not_chosen' : 'unknown_option', { value: shown(value), allowed })
}

function checkOptions(rule: ValueRule, value: unknown): AnswerProblem[] {
  if (!Array.isArray(value)) return problem('not_a_list')
  if (value.length > MOST_ENTRIES) return problem('too_many', { most: MOST_ENTRIES })
  const options = new Set<unknown>(value)
  const unknown = [...options].flatMap((option) => checkOption(rule, option))
  const alone = rule.options?.find(({ v, exclusive }) => exclusive === true && options.has(v))
  return alone && options.size > 1 ? [...unknown, ...problem('exclusive', { value: alone.v })] : unknown
}

function checkNumber({ range, integer }: ValueRule, value: unknown): AnswerProblem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem('not_a_number', { value: shown(value) })
  if (range && (value < range.min || value > range.max)) return problem('out_of_range', { value, min: range.min, max: range.max })
  if (value < 0) return problem('negative', { value })
  return integer && !Number.isSafeInteger(value) ? problem('not_whole', { value }) : []
}

function checkDate({ latest }: ValueRule, value: unknown): AnswerProblem[] {
  if (!isCalendarDate(value)) return problem('not_a_date', { value: shown(value) })
  return latest !== undefined && value > latest ? problem('date_too_late', { value, latest }) : []
}

function checkText({ longest }: ValueRule, value: unknown): AnswerProblem[] {
  if (typeof value !== 'string') return problem('not_text')
  const length = value.length > longest ? lengthOf(value) : 0
  return length > longest ? problem('too_long', { longest, length }) : []
}

function checkFiles(rule: ValueRule, value: unknown): AnswerProblem[] {
  if (!Array.isArray(value)) return problem('not_a_list')
  if (value.length > MOST_ENTRIES) return problem('too_many', { most: MOST_ENTRIES })
  return value.flatMap((file) => checkText({ ...rule, longest: LONGEST_CELL }, file))
}
