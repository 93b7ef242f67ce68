import { quarterDue } from '#app/domain/audits/due-dates.ts'
import { type BusinessCalendar, rollBack } from '#app/domain/organisations/business-calendar.ts'
import type { CalendarEntry, CalendarKind } from './entry.ts'

type Range = { from: string; to: string; kinds: readonly CalendarKind[] }

/** The organisation's own dates between two days, both included: the quarterly check (CAL-03, R6.1.2) and the yearly use review (CAL-04, R2.2.3). */
export function ownDuties({ from, to, kinds }: Range, calendar: BusinessCalendar): CalendarEntry[] {
  const entries: CalendarEntry[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const name = String(year).padStart(4, '0')
    for (const quarter of [1, 2, 3, 4]) entries.push(duty('quarterly', `${name}Q${quarter}`, quarterDue(`${name}Q${quarter}`, calendar)))
    entries.push(duty('yearly', name, rollBack(`${name}-12-31`, calendar)))
  }
  return entries.filter((entry) => entry.on >= from && entry.on <= to && kinds.includes(entry.kind))
}

function duty(kind: 'quarterly' | 'yearly', ref: string, on: string): CalendarEntry {
  return { kind, what: kind, on, ref, isDone: false, isClock: false }
}
