import type { Alert, AlertSeverity, AlertStage } from './alert.ts'
import type { Recipient } from './recipients.ts'

/** One person's rest from one alert on one subject. */
export type Snooze = { id: string; until: Date }

/** The longest rest (notifier.md rule 8). */
export const SNOOZE_DAYS = 7

/** Info and warning may be snoozed, except where the alert or the stage says never (rule 8). */
export function maySnooze(alert: Pick<Alert, 'mutable'>, stage: Pick<AlertStage, 'mutable'> & { severity: AlertSeverity }): boolean {
  return alert.mutable !== false && stage.mutable !== false && (stage.severity === 'info' || stage.severity === 'warning')
}

/** When a rest of `days` ends, at most seven days on; throws RangeError for less than one day or more than seven. */
export function snoozeUntil(now: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1 || days > SNOOZE_DAYS) throw new RangeError(`not a snooze of 1 to ${SNOOZE_DAYS} days: ${days}`)
  return new Date(now.getTime() + days * 86_400_000)
}

/** Those of `people` who do not rest now; a snoozed stage is not caught up later (ruling 7). */
export function withoutSnoozers(people: Recipient[], snoozes: Snooze[], now: Date): Recipient[] {
  const resting = new Set(snoozes.filter((snooze) => snooze.until > now).map((snooze) => snooze.id))
  return people.filter((person) => !resting.has(person.id))
}
