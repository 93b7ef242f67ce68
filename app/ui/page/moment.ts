import { dayOf, time, type DateStyle } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** When something happened, in an IANA zone: the instant for machines, day and time to read. */
export function moment(at: Date, locale: Locale, zone: string, style: DateStyle = 'short') {
  return { at: at.toISOString(), day: dayOf(at, locale, zone, style), time: time(at, locale, zone) }
}
