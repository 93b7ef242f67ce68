import { addDays, dayOfWeek, daysBetween } from './calendar-dates.ts'

/** An organisation's days off (`holidays`), days worked although they fall on a weekend (`workDays`) and the years it has a table for. */
export interface BusinessCalendar {
  holidays: ReadonlySet<string>
  workDays: ReadonlySet<string>
  years: ReadonlySet<number>
}

/** Monday to Friday, no table for any year. */
export const MONDAY_TO_FRIDAY: BusinessCalendar = { holidays: new Set(), workDays: new Set(), years: new Set() }

/** A calendar from plain lists; every year that a listed date falls in counts as known. */
export function businessCalendar(lists: { holidays: readonly string[]; workDays: readonly string[] }): BusinessCalendar {
  const years = [...lists.holidays, ...lists.workDays].map((date) => Number(date.slice(0, 4)))
  return { holidays: new Set(lists.holidays), workDays: new Set(lists.workDays), years: new Set(years) }
}

/** Without a table a year falls back to Monday–Friday and N-19 is raised (audit.yaml business_day). */
export function calendarKnowsYear(year: number, calendar: BusinessCalendar): boolean {
  return calendar.years.has(year)
}

/** A listed work day, or Monday to Friday and not a listed holiday (audit.yaml business_day). */
export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  if (calendar.workDays.has(date)) return true
  return dayOfWeek(date) <= 5 && !calendar.holidays.has(date)
}

/** The date itself or the business day before it: for audits and quarterly checks, which never move later. */
export function rollBack(date: string, calendar: BusinessCalendar): string {
  return roll(date, -1, calendar)
}

/** The date itself or the business day after it: only for answer periods given to vendors (audit.yaml roll_forward). */
export function rollForward(date: string, calendar: BusinessCalendar): string {
  return roll(date, 1, calendar)
}

/** The `days`-th business day after `date`, which itself does not count; negative goes back, zero stays. */
export function addBusinessDays(date: string, days: number, calendar: BusinessCalendar): string {
  const step = Math.sign(days)
  let day = date
  for (let left = Math.abs(days); left > 0; left--) day = roll(addDays(day, step), step, calendar)
  return day
}

/** Business days after `from` up to and including `to`; when `to` lies before `from`, minus those from `to` up to the day before `from`. */
export function businessDaysBetween(from: string, to: string, calendar: BusinessCalendar): number {
  if (from > to) return -businessDaysFrom(to, daysBetween(to, from), calendar)
  return businessDaysFrom(addDays(from, 1), daysBetween(from, to), calendar)
}

/** Business days among the `length` days that begin with `first`, counted by whole weeks. */
function businessDaysFrom(first: string, length: number, calendar: BusinessCalendar): number {
  const end = addDays(first, length)
  const within = (date: string) => date >= first && date < end
  const weekday = dayOfWeek(first)
  let days = Math.floor(length / 7) * 5
  for (let i = 0; i < length % 7; i++) if (((weekday - 1 + i) % 7) < 5) days += 1
  for (const date of calendar.holidays) if (within(date) && dayOfWeek(date) <= 5 && !calendar.workDays.has(date)) days -= 1
  for (const date of calendar.workDays) if (within(date) && dayOfWeek(date) > 5) days += 1
  return days
}

function roll(date: string, step: number, calendar: BusinessCalendar): string {
  let day = date
  while (!isBusinessDay(day, calendar)) day = addDays(day, step)
  return day
}
