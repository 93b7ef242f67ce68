import { Temporal } from 'temporal-polyfill'
import { addDays, isCalendarDate, localDate, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import type { AudienceRole } from './alert.ts'
import type { Facts } from './condition.ts'
import { onDailyRun } from './stage-moment.ts'
import type { LadderSubject, Where } from './subject.ts'

export const DEFAULT_ZONE = 'Asia/Shanghai'

/** Times are 'YYYY-MM-DD' (local midnight), 'YYYY-MM-DDTHH:MM' (local) or an instant with Z or an offset. */
type CaseSubject = {
  id?: string
  parts?: Record<string, string>
  created?: string
  start_on?: string
  due?: string
  clock_start?: string
  clock_end?: string
  grace?: number
  legal_cap?: string
  facts?: Facts
  variant?: string
  vendor_in_exit?: boolean
}

/** Something that happens to the subject; every event lets the "at once" stages leave. */
export type CaseEvent = {
  at: string
  stop?: boolean
  due?: string
  clock_end?: string
  facts?: Facts
  raised?: boolean
  vendor_in_exit?: boolean
  vacant?: AudienceRole[]
  acknowledge?: string
  snooze?: { who: AudienceRole[]; until: string }
}

/** A story to play through one alert, or several that share a subject. `except` are days on which the scheduler is down. */
export type LadderCase = {
  alert: string | string[]
  subject: CaseSubject
  calendar?: { holidays: string[]; work_days: string[] }
  zone?: string
  runs?: string[]
  daily?: { from: string; to: string; except?: { from: string; to: string }[] }
  events?: CaseEvent[]
}

/** A moment of a case: an event, or a run of the scheduler. */
export type Tick = { at: Date; event?: CaseEvent; only?: 'event' }

/** The case's events and runs in their order; a run of the same instant comes after what happened. */
export function ticksOf(story: LadderCase, where: Where): Tick[] {
  const events = (story.events ?? []).map((event) => ({ at: instantOf(event.at, where.zone), event, only: 'event' as const }))
  const runs = (story.runs ?? []).map((at) => ({ at: instantOf(at, where.zone) }))
  const created = story.subject.created === undefined ? [] : [{ at: instantOf(story.subject.created, where.zone), only: 'event' as const }]
  const ticks: Tick[] = [...created, ...events, ...runs, ...dailyRuns(story, where.zone)]
  return ticks.sort((a, b) => a.at.getTime() - b.at.getTime() || Number(a.only === undefined) - Number(b.only === undefined))
}

function dailyRuns({ daily }: LadderCase, zone: string): Tick[] {
  const runs: Tick[] = []
  for (let day = daily?.from; daily && day !== undefined && day <= daily.to; day = addDays(day, 1)) {
    if (!isDown(day, daily)) runs.push({ at: onDailyRun(day, zone).at })
  }
  return runs
}

/** Days on which the scheduler does not run. */
export function isDown(day: string, daily: LadderCase['daily']): boolean {
  return daily?.except?.some((outage) => outage.from <= day && day <= outage.to) ?? false
}

/** The subject as it stood before the first tick. */
export function subjectOf({ subject }: LadderCase, ticks: Tick[], { zone }: Where): LadderSubject {
  const instant = (text: string | undefined) => (text === undefined ? undefined : instantOf(text, zone))
  const first = ticks[0]?.at ?? new Date(0)
  return {
    id: subject.id ?? 'subject',
    parts: subject.parts,
    openedAt: instant(subject.created) ?? localMidnight(localDate(first, zone), zone),
    startOn: subject.start_on,
    due: subject.due,
    firstDue: subject.due,
    clockStart: instant(subject.clock_start),
    clockEnd: instant(subject.clock_end),
    graceDays: subject.grace,
    legalCap: subject.legal_cap,
    facts: subject.facts,
    variant: subject.variant,
    vendorInExit: subject.vendor_in_exit,
  }
}

/** A time as a case writes it. Throws RangeError. */
export function instantOf(text: string, zone: string): Date {
  if (isCalendarDate(text)) return localMidnight(text, zone)
  try {
    if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return new Date(Temporal.Instant.from(text).epochMilliseconds)
    return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    throw new RangeError(`not a time: ${text}`)
  }
}
