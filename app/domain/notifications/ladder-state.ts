import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { alertVariant } from './alert.ts'
import { keyHasDue } from './alert-key.ts'
import type { LadderEntry, LadderInput } from './ladder-entry.ts'
import { factsOf, type Occurrence } from './schedule.ts'
import { onDailyRun } from './stage-moment.ts'

export type Ladder = ReturnType<typeof ladderAt>

/** A subject's ladder as one run sees it. */
export function ladderAt(input: LadderInput) {
  const { subject, where, history } = input
  const alert = alertVariant(input.alert, subject.variant)
  // history never lies ahead: a run that comes late or out of order sees no more than the last one did
  const now = new Date(Math.max(input.now.getTime(), ...history.map((entry) => entry.raisedAt.getTime())))
  const today = onDailyRun(localDate(now, where.zone), where.zone)
  const run = input.only === 'event' || today.at > now ? undefined : today
  const own = history.filter((entry) => entry.alert === alert.id)
  const dueSince = subject.dueSince ?? subject.openedAt
  return {
    ...input,
    alert,
    now,
    own,
    snoozes: input.snoozes ?? [],
    facts: factsOf(alert, subject, where.zone),
    until: today.on,
    acknowledged: own.some((entry) => entry.status === 'sent' && entry.ackedAt !== undefined && entry.ackedAt <= now),
    stopped: subject.stoppedAt !== undefined && subject.stoppedAt <= now,
    /** Today's daily run if its hour has come and what opened or moved the subject happened before it (ruling 1). */
    run: run && subject.openedAt <= run.at && dueSince <= run.at ? run : undefined,
    /** Today's daily run if it has come and saw the stop. */
    closingRun: run && subject.stoppedAt !== undefined && subject.stoppedAt <= run.at ? run : undefined,
    keepsPast: alert.variants?.[subject.variant ?? '']?.past_stages !== false,
  }
}

/** Whether a stage may go out by now; a variant that starts in the middle leaves out what lay before it. */
export function hasPassed(each: Occurrence, ladder: Ladder): boolean {
  if (!ladder.keepsPast && each.at <= ladder.subject.openedAt) return false
  if (each.pace === 'event') return each.at <= ladder.now
  if (ladder.only === 'event') return false
  return each.pace === 'clock' ? each.at <= ladder.now : ladder.run !== undefined && each.on <= ladder.run.on
}

/** Whether a stage has been sent or skipped; under an alert whose key names the due date, for the present due only. */
export function isRecorded(each: Occurrence, ladder: Ladder): boolean {
  return ladder.own.some((entry) => entry.status !== 'cancelled' && belongs(entry, each, ladder))
}

export function belongs(entry: LadderEntry, each: Occurrence, { alert, subject }: Pick<Ladder, 'alert' | 'subject'>): boolean {
  if (entry.stage !== each.rung.stage || entry.mark !== each.mark) return false
  return !each.dueBound || !keyHasDue(alert) || entry.due === subject.due
}
