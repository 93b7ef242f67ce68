import type { CaseState } from '#app/domain/violations/case.ts'
import type { Severity } from '#app/domain/violations/severity.ts'
import type { Spoken } from '#app/domain/violations/violation.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { MarkName } from '../symbols.ts'

export type { Spoken } from '#app/domain/violations/violation.ts'

/** Content that the templates carry in both languages. */
export function inLanguage(words: Spoken, locale: Locale): string {
  return locale === 'en' ? words.en : words.zh
}

export const SEVERITY_MARK: Record<Severity, MarkName> = { low: 'neutral', medium: 'attention', high: 'danger', critical: 'critical' }

export const CASE_MARK: Record<CaseState, MarkName> = {
  suspected: 'attention',
  triaged: 'running',
  investigating: 'running',
  vendor_response: 'waiting',
  not_substantiated: 'neutral',
  confirmed: 'danger',
  downgrade_review: 'attention',
  must_terminate: 'critical',
  terminating: 'critical',
  remediation: 'running',
  remediation_verified: 'ok',
  dismissed: 'past',
  closed_not_substantiated: 'past',
  closed_remediated: 'ok',
  closed_terminated: 'past',
}
