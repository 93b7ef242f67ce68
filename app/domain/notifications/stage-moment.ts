import { addBusinessDays } from '#app/domain/organisations/business-calendar.ts'
import { addDays, atLocalTime, dayOfWeek, localDate, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import type { AlertStage } from './alert.ts'
import { parseStage, type Stage } from './stage.ts'
import type { LadderSubject, Where } from './subject.ts'

/** Local time of the daily run (notifier.md rule 1) and of digests (N-24). */
export const DAILY_RUN = '09:00'
const DIGEST_RUN = '08:30'

/** The day a stage belongs to and the instant from which it may go out. */
export type Moment = { on: string; at: Date }

export function onDailyRun(on: string, zone: string): Moment {
  return { on, at: runInstant(on, zone) }
}

// ladders of thousands of subjects ask for the same few days, and a zone's offset is dear to look up
const runInstants = new Map<string, Date>()
const MOST_KEPT = 5_000

function runInstant(on: string, zone: string): Date {
  const key = `${on} ${zone}`
  const known = runInstants.get(key)
  if (known) return known
  const at = atLocalTime(on, DAILY_RUN, zone)
  if (runInstants.size >= MOST_KEPT) runInstants.clear()
  runInstants.set(key, at)
  return at
}

/** How a rung is timed: its `at` where it has one, else its label. Throws RangeError for what checkAlerts refuses. */
export function timingOf(rung: AlertStage): Stage {
  const label = rung.at ?? rung.stage
  const stage = timings.get(label) ?? parseStage(label)
  if (!stage) throw new RangeError(`not a stage: ${label}`)
  timings.set(label, stage)
  return stage
}

const timings = new Map<string, Stage>()

/** When a stage that happens once fires; undefined while the subject lacks what it counts from. */
export function stageMoment(stage: Stage, rung: AlertStage, subject: LadderSubject, where: Where): Moment | undefined {
  const { calendar, zone } = where
  switch (stage.kind) {
    case 'event':
      return moment(subject.raisedAt ?? subject.openedAt, zone)
    case 'day': {
      const base = stage.from === 'due' ? subject.due : startOn(subject, zone)
      if (base === undefined) return undefined
      const day = addDays(base, stage.days + (stage.grace ? (subject.graceDays ?? 0) : 0))
      return onDailyRun(stage.businessDays ? addBusinessDays(day, stage.businessDays, calendar) : day, zone)
    }
    case 'clock': {
      const start = rung.from === 'clock_end' ? subject.clockEnd : clockStart(subject)
      if (start === undefined) return undefined
      if (stage.hours > 0) return moment(new Date(start.getTime() + stage.hours * 3_600_000), zone)
      return moment(sameTimeOn(start, addBusinessDays(localDate(start, zone), stage.businessDays, calendar), zone), zone)
    }
    case 'share': {
      if (subject.clockEnd === undefined) return undefined
      const start = (subject.clockStart ?? subject.openedAt).getTime()
      return moment(new Date(start + ((subject.clockEnd.getTime() - start) * stage.percent) / 100), zone)
    }
    case 'legalCap':
      return subject.legalCap === undefined ? undefined : onDailyRun(addDays(subject.legalCap, 1), zone)
    case 'repeat':
    case 'digest':
    case 'rescheduled':
    case 'resolved':
      return undefined
  }
}

/** The nominal days of an "every …" stage after `base`, up to and including `until` (ruling 6). */
export function repeatDays(stage: Stage & { kind: 'repeat' }, base: string, until: string, where: Where): string[] {
  const next = (day: string) =>
    stage.unit === 'days' ? addDays(day, stage.every) : addBusinessDays(day, stage.every, where.calendar)
  const days: string[] = []
  for (let day = next(base); day <= until; day = next(day)) days.push(day)
  return days
}

/** Today's digest; a weekly one only on Mondays. A digest of another day is not caught up. */
export function digestMoment(stage: Stage & { kind: 'digest' }, now: Date, zone: string): Moment | undefined {
  const on = localDate(now, zone)
  if (stage.every === 'week' && dayOfWeek(on) !== 1) return undefined
  return { on, at: atLocalTime(on, DIGEST_RUN, zone) }
}

/** The day that D+n counts from. */
export function startOn(subject: LadderSubject, zone: string): string {
  return subject.startOn ?? localDate(subject.openedAt, zone)
}

function clockStart(subject: LadderSubject): Date {
  return subject.raisedAt ?? subject.clockStart ?? subject.openedAt
}

function moment(at: Date, zone: string): Moment {
  return { on: localDate(at, zone), at }
}

function sameTimeOn(start: Date, day: string, zone: string): Date {
  const sinceMidnight = start.getTime() - localMidnight(localDate(start, zone), zone).getTime()
  return new Date(localMidnight(day, zone).getTime() + sinceMidnight)
}
