import { readTemplate } from '#app/platform/templates.server.ts'
import type { Locale } from '#app/i18n/locale.ts'

type Catalogue = { violations: { id: string; zh: string; en: string }[] }

/** What a violation is called: V-01 in the reader's words; the id itself for one that the catalogue no longer has. */
export function violationWords(violationId: string, locale: Locale): string {
  const violation = readTemplate<Catalogue>('violations/violations.yaml').violations.find(({ id }) => id === violationId)
  if (!violation) return violationId
  return `${violationId} ${locale === 'en' ? violation.en : violation.zh}`
}
