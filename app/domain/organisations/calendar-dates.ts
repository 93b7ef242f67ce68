import { Temporal } from 'temporal-polyfill'

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/

/** True for a date that exists, written YYYY-MM-DD, in the years 0001 to 9999. */
export function isCalendarDate(value: unknown): value is string {
  return typeof value === 'string' && readDate(value) !== undefined
}

/** Same day of the month `months` later, else the last day of that month; `anchorDay` (1–31) lets a later long month return to it. */
export function addMonths(date: string, months: number, anchorDay?: number): string {
  const start = toDate(date)
  const target = start.with({ day: 1 }).add({ months })
  const day = Math.min(anchorDay ?? start.day, target.daysInMonth)
  return target.with({ day }).toString()
}

export function addDays(date: string, days: number): string {
  return toDate(date).add({ days }).toString()
}

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return toDate(from).until(toDate(to), { largestUnit: 'day' }).days
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: string): number {
  return toDate(date).dayOfWeek
}

export function earlierOf(a: string, b: string): string {
  return a <= b ? a : b
}

/** The calendar date that `zone` (IANA name) shows at `instant`; throws RangeError for an unknown zone. */
export function localDate(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The first instant of a local day, also where clocks skip midnight. */
export function localMidnight(date: string, zone: string): Date {
  return new Date(toDate(date).toZonedDateTime(zone).epochMilliseconds)
}

/** The instant at which a local day ends: a due date ends at 24:00 (audit.yaml behaviour). */
export function endOfLocalDay(date: string, zone: string): Date {
  return localMidnight(addDays(date, 1), zone)
}

/** The local day that ends at an instant or that it falls in: 24:00 belongs to the day it ends. */
export function lastLocalDay(instant: Date, zone: string): string {
  return localDate(new Date(instant.getTime() - 1), zone)
}

/** The instant of a wall-clock time 'HH:MM'; a time skipped by a clock change moves to after the gap. */
export function atLocalTime(date: string, time: string, zone: string): Date {
  return new Date(toDate(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)
}

function toDate(date: string): Temporal.PlainDate {
  const read = readDate(date)
  if (!read) throw new RangeError(`not a calendar date: ${date}`)
  return read
}

function readDate(date: string): Temporal.PlainDate | undefined {
  if (!CALENDAR_DATE.test(date) || date.startsWith('0000')) return undefined
  try {
    return Temporal.PlainDate.from(date)
  } catch {
    return undefined // the pattern fits, the day does not exist
  }
}
