import { date } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** A day to read, with its year where that is another one than today's. */
export function nearDate(on: string, today: string, locale: Locale): string {
  return date(on, locale, on.slice(0, 4) === today.slice(0, 4) ? 'short' : 'year')
}
