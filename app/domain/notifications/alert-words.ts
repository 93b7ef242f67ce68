import type { AlertAction, AlertSeverity, AudienceRole } from './alert.ts'
import type { Words } from './mail-text.ts'

/** Who reads: one's own people, or the vendor's. */
export type Reader = 'member' | 'vendor'

/** What happened and what to do; `subject` in place of the alert's own. */
export type Say = { what: Words; do: Words; subject?: Words }

/** Before the due date, on it and after it; and where a stage needs words of its own. */
type ReaderWords = { before: Say; today?: Say; overdue?: Say; stages?: Record<string, Say> }

type AlertWords = { thing: Words; member: ReaderWords; vendor?: ReaderWords }

/** templates/emails/alerts.yaml */
export type AlertWordBook = { version: string; alerts: Record<string, AlertWords> }

type ActionWords = { done: Words; will: Words; vendor?: { done?: Words; will: Words } }

/** templates/emails/shared.yaml */
export type SharedWords = {
  version: string
  labels: Record<'do' | 'why' | 'due' | 'owner' | 'next' | 'open' | 'copy', Words>
  footer: Record<Reader, Words>
  distance: Record<'before' | 'today' | 'overdue', Words>
  left: Record<'none' | 'minutes' | 'hours', Words>
  acknowledge: { member: Words }
  clause: Words
  escalated: { subject: Words; what: Words }
  news: Record<'R' | 'X', Say & { subject: Words; heading: Words }>
  next: Record<AlertSeverity | 'vendor' | 'none' | 'X', Words>
  also: Record<AlertSeverity | 'vendor', Words>
  roles: Record<AudienceRole, Words>
  actions: Record<AlertAction, ActionWords>
}

/** Both files, as a message needs them. */
export type WordBook = { alerts: Record<string, AlertWords>; shared: SharedWords }

/** The words for a stage: its own, else those for its distance from the due date (days after it; undefined without one). */
export function sayingOf(words: ReaderWords, stage: string, daysPast: number | undefined): Say {
  const own = words.stages?.[stage]
  if (own) return own
  if (daysPast === undefined || daysPast < 0) return words.before
  return (daysPast === 0 ? words.today : undefined) ?? (daysPast > 0 ? words.overdue : undefined) ?? words.today ?? words.before
}
