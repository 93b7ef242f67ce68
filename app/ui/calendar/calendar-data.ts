import type { CalendarAddress } from '#app/domain/calendar/calendar-address.ts'
import { type CalendarEntry, type EntryState, entryState } from '#app/domain/calendar/entry.ts'
import { paths } from '#app/http/paths.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { inLanguage, type Spoken } from '../case/case-words.ts'
import type { MarkName } from '../symbols.ts'

/** What every view of the calendar reads. */
export type CalendarData = {
  address: CalendarAddress
  today: string
  now: Date
  zone: string
  /** Last day of the list. */
  until: string
  steps: Partial<Record<string, Spoken>>
  days: Map<string, 'holiday' | 'work_day'>
  late: CalendarEntry[]
  /** How many there are, also where fewer are listed. */
  lateCount: number
  next: CalendarEntry[]
}

export const ENTRY_MARK: Record<EntryState, MarkName> = { done: 'ok', past: 'past', overdue: 'danger', clock: 'critical', today: 'attention', planned: 'neutral' }

export function stateOf(entry: CalendarEntry, { today, now }: Pick<CalendarData, 'today' | 'now'>): EntryState {
  return entryState(entry, { today, at: now })
}

/** 'Audit AU-0003 is due': what happens, without the vendor. */
export function entryWords(entry: CalendarEntry, { steps }: Pick<CalendarData, 'steps'>, t: Translate): string {
  const step = entry.kind === 'step' ? steps[entry.ref] : undefined
  return t(`calendar.what.${entry.what}`, { ref: entry.ref, name: step ? inLanguage(step, t.locale) : '' })
}

/** The vendor in the reader's language; undefined for a duty of our own. */
export function vendorOf({ vendorName, vendorNameAlt }: CalendarEntry, locale: Locale): string | undefined {
  return vendorName === undefined ? undefined : nameIn(locale, { name: vendorName, nameAlt: vendorNameAlt })
}

/** The page of the record behind an entry. */
export function entryPath({ kind, subjectId = '', vendorId = '' }: CalendarEntry): string {
  switch (kind) {
    case 'audit':
      return paths.audit(subjectId)
    case 'agreement':
      return paths.agreement(subjectId)
    case 'assessment':
      return paths.assessment(subjectId)
    case 'reassessment':
      return paths.vendor(vendorId)
    case 'finding':
      return paths.finding(subjectId)
    case 'evidence':
      return paths.vendorTab(vendorId, 'documents')
    case 'step':
      return paths.violation(subjectId)
    case 'quarterly':
      return paths.regulation('R6.1.2')
    case 'yearly':
      return paths.regulation('R2.2.3')
    default:
      return kind satisfies never
  }
}
