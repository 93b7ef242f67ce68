import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { Alert } from './alert.ts'
import type { LadderSubject } from './subject.ts'

/** A moved due date starts a new ladder only for alerts whose key names it (notifier.md rule 4, ruling 7). */
export function keyHasDue(alert: Alert): boolean {
  return alert.dedup_key.includes('{due}')
}

/**
 * The key under which a stage can be raised once: `dedup_key` filled in, a repeat's nominal day at its end (rule 5).
 * {date} is that day too, else the local day on which the subject was opened.
 */
export function alertKey(
  alert: Alert,
  subject: LadderSubject,
  { stage, mark, due, zone }: { stage: string; mark?: string; due?: string; zone: string },
): string {
  const values: Record<string, string | undefined> = {
    alert: alert.id,
    subject: subject.id,
    stage,
    due: due ?? subject.due ?? '-',
    date: mark ?? localDate(subject.openedAt, zone),
    ...subject.parts,
  }
  const key = alert.dedup_key.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? subject.id)
  return mark === undefined || alert.dedup_key.includes('{date}') ? key : `${key}|${mark}`
}
