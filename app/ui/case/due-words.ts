import { lastLocalDay, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { date, dateTime, type DateStyle } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** When a clock ends: hours run from the minute, a period of days ends with its last day at 24:00, which is told as that day. */
export function dueWords(dueAt: Date, zone: string, t: Translate, style: DateStyle = 'day'): string {
  const last = lastLocalDay(dueAt, zone)
  if (last === localDate(dueAt, zone)) return dateTime(dueAt, t.locale, zone, style)
  return t('cases.dayEnd', { date: date(last, t.locale, style) })
}
