import { isCalendarDate } from '#app/domain/organisations/calendar-dates.ts'
import { CALENDAR_KINDS, type CalendarKind } from './entry.ts'

export const CALENDAR_VIEWS = ['list', 'month', 'year'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

/** What the calendar's address says. Without a view, phones show the list and everything else the month. */
export type CalendarAddress = { view?: CalendarView; /** A day of the list, of the month or of the year that is shown. */ on: string; kinds: CalendarKind[]; mine: boolean }

/** Reads the query of the calendar's address; what makes no sense counts as absent. */
export function readCalendar(params: URLSearchParams, today: string): CalendarAddress {
  const on = params.get('on') ?? ''
  const view = CALENDAR_VIEWS.find((each) => each === params.get('view'))
  const kinds = CALENDAR_KINDS.filter((kind) => params.getAll('kind').includes(kind))
  return { view, on: isCalendarDate(on) && on >= '1900-01-01' && on <= '2200-12-31' ? on : today, kinds, mine: params.get('mine') === '1' }
}

/** The query of an address that says this. */
export function writeCalendar({ view, on, kinds, mine }: Partial<CalendarAddress>): string {
  const params = new URLSearchParams()
  if (view) params.set('view', view)
  if (on) params.set('on', on)
  for (const kind of kinds ?? []) params.append('kind', kind)
  if (mine) params.set('mine', '1')
  return params.toString()
}
