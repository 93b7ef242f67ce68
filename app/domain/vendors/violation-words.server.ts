import type { Locale } from '#app/i18n/locale.ts'
import { findViolation } from '../violations/violation-catalogue.server.ts'

/** What a violation is called: V-01 in the reader's words; the id itself for one that the catalogue no longer has. */
export function violationWords(violationId: string, locale: Locale): string {
  const violation = findViolation(violationId)
  if (!violation) return violationId
  return `${violationId} ${locale === 'en' ? violation.name.en : violation.name.zh}`
}
