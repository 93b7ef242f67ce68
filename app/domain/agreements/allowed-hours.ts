const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/
const DAY = 24 * 60

/** Minutes of a local day; `end` is excluded and lies before `start` in an overnight span. */
type HourSpan = { start: number; end: number }

/** '24x7' or 'HH:MM-HH:MM' (22:00-06:00 runs over midnight); undefined for anything else. */
export function readHours(hours: string): '24x7' | HourSpan | undefined {
  if (hours === '24x7') return hours
  const match = SPAN.exec(hours)
  if (!match) return undefined
  const [, startHour, startMinute, endHour, endMinute] = match
  const start = Number(startHour) * 60 + Number(startMinute)
  const end = endHour === undefined ? DAY : Number(endHour) * 60 + Number(endMinute)
  return start === end ? undefined : { start, end }
}

/** Whether a local time of day ('HH:MM') lies in the hours: start included, end excluded. The business-day test is the caller's (LOG-17). */
export function hoursContain(hours: string, time: string): boolean {
  const span = readHours(hours)
  if (span === undefined) return false
  if (span === '24x7') return true
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return span.start < span.end ? minute >= span.start && minute < span.end : minute >= span.start || minute < span.end
}
