import { addDays, addMonths, dayOfWeek } from '#app/domain/organisations/calendar-dates.ts'

/** The days of the weeks, Monday to Sunday, that a month 'YYYY-MM' lies in. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const last = lastOf(month)
  const start = addDays(first, 1 - dayOfWeek(first))
  const weeks: string[][] = []
  for (let day = start; day <= last; day = addDays(day, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)))
  return weeks
}

/** The last day of a month 'YYYY-MM'. */
export function lastOf(month: string): string {
  return addMonths(`${month}-01`, 0, 31)
}

/** The month `count` months away. */
export function monthAfter(month: string, count: number): string {
  return addMonths(`${month}-01`, count).slice(0, 7)
}

/** The twelve months of a year, each with its days. */
export function monthsOf(year: number): { month: string; days: string[] }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}`
    const count = Number(lastOf(month).slice(8))
    return { month, days: Array.from({ length: count }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`) }
  })
}
