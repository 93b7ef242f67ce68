/** A calendar date as two integers: months since year 0, and the day of the month. */
export type Day = { month: number; day: number }

const ZERO = 48

/** Reads YYYY-MM-DD; the caller has checked that the date exists. */
export function readDay(date: string): Day {
  return { month: digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1, day: digits(date, 8, 10) }
}

/**
 * on <= add_months(date, months), scoring.md §4 and §5. Clamping to the end of the month needs no extra step: in the
 * target month `on` can never lie after that month's last day. Integers, because a re-scoring asks millions of times.
 */
export function isWithinMonths(date: string, months: number, on: Day): boolean {
  const target = digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 + months
  return on.month < target || (on.month === target && on.day <= digits(date, 8, 10))
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - ZERO
  return value
}
