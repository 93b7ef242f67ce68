/** Everything that has a date in an organisation; the last two are the organisation's own duties (CAL-03, CAL-04). */
export const CALENDAR_KINDS = ['audit', 'agreement', 'assessment', 'reassessment', 'finding', 'evidence', 'step', 'quarterly', 'yearly'] as const
export type CalendarKind = (typeof CALENDAR_KINDS)[number]

/** `start`: the day an audit begins, besides the day it is due. */
export type CalendarWhat = CalendarKind | 'start'

export type CalendarEntry = {
  kind: CalendarKind
  what: CalendarWhat
  /** Calendar date. */
  on: string
  /** End of a clock that runs by the minute. */
  at?: Date
  /** The record behind it; a step's is its case. */
  subjectId?: string
  /** Reference, number, file name or step. */
  ref: string
  vendorId?: string
  vendorName?: string
  vendorNameAlt?: string | null
  isDone: boolean
  /** A clock of the law: the termination notice. */
  isClock: boolean
}

export type EntryState = 'done' | 'past' | 'overdue' | 'clock' | 'today' | 'planned'

/** How an entry stands at a moment; the organisation's own duties have no record of being done and so are never overdue. */
export function entryState(entry: Pick<CalendarEntry, 'kind' | 'on' | 'at' | 'isDone' | 'isClock'>, now: { today: string; at: Date }): EntryState {
  if (entry.isDone) return 'done'
  const isLate = entry.at ? entry.at <= now.at : entry.on < now.today
  if (isLate) return entry.kind === 'quarterly' || entry.kind === 'yearly' ? 'past' : entry.isClock ? 'clock' : 'overdue'
  if (entry.isClock) return 'clock'
  return entry.on === now.today ? 'today' : 'planned'
}

/** Steps of the year's heat map: 1–2, 3–5, 6–9, 10 and more. */
export function heatOf(count: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0
  return count < 3 ? 1 : count < 6 ? 2 : count < 10 ? 3 : 4
}

/** The entries of each day, in the order given. */
export function byDay(entries: readonly CalendarEntry[]): Map<string, CalendarEntry[]> {
  const days = new Map<string, CalendarEntry[]>()
  for (const entry of entries) {
    const day = days.get(entry.on) ?? []
    day.push(entry)
    days.set(entry.on, day)
  }
  return days
}
