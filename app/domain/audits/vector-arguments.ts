import { isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import { SEVERITIES, type Severity } from '#app/domain/violations/severity.ts'
import { BANDS, type Band, TIERS, type Tier } from './due-dates.ts'

/** A vector that cannot be computed; the message is a sentence for the person at the command line. */
export class VectorProblem extends Error {
  override name = 'VectorProblem'
}

interface Values {
  date: string
  integer: number
  positive: number
  businessDays: number
  dayOfMonth: number
  quarter: string
  tier: Tier
  band: Band
  severity: Severity
}
export type ArgumentKind = keyof Values
export type ArgumentValues<Kinds extends readonly ArgumentKind[]> = { -readonly [I in keyof Kinds]: Values[Kinds[I]] }

// ten thousand years either way: enough for every date that can be written, little enough to answer at once
const FURTHEST = 3_652_059

/** What each kind of argument accepts, and the words for it in a message. */
export const ARGUMENTS: Record<ArgumentKind, { words: string; fits: (value: unknown) => boolean }> = {
  date: { words: 'an existing date written YYYY-MM-DD', fits: isCalendarDate },
  integer: { words: 'a whole number', fits: (value) => isWithin(value, -FURTHEST, FURTHEST) },
  positive: { words: 'a whole number from 1', fits: (value) => isWithin(value, 1, FURTHEST) },
  businessDays: { words: 'a whole number from -10000 to 10000', fits: (value) => isWithin(value, -10_000, 10_000) },
  dayOfMonth: { words: 'a day of the month from 1 to 31', fits: (value) => isWithin(value, 1, 31) },
  quarter: { words: 'a quarter written 2026Q1', fits: (value) => typeof value === 'string' && /^(?!0000)\d{4}Q[1-4]$/.test(value) },
  tier: { words: 'one of T1, T2, T3, T4', fits: (value) => isOneOf(TIERS, value) },
  band: { words: 'one of A, B, C, D, E', fits: (value) => isOneOf(BANDS, value) },
  severity: { words: 'one of low, medium, high, critical', fits: (value) => isOneOf(SEVERITIES, value) },
}

export function argumentFits(kind: ArgumentKind, value: unknown): boolean {
  return ARGUMENTS[kind].fits(value)
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && known.includes(value)
}
