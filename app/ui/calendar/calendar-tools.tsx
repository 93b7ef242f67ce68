import { Form } from '@remix-run/react'
import { type CalendarAddress, CALENDAR_VIEWS, type CalendarView, writeCalendar } from '#app/domain/calendar/calendar-address.ts'
import type { CalendarKind } from '#app/domain/calendar/entry.ts'
import { monthAfter } from '#app/domain/calendar/month.ts'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { Segments } from '../page/segments.tsx'
import { RouteLink } from '../route-link.tsx'
import { FilterChips } from '../table/filter-chips.tsx'
import { ToolbarSelect } from '../table/toolbar.tsx'
import { useHydrated } from '../use-hydrated.ts'

type ToolsProps = { address: CalendarAddress; today: string; kinds: CalendarKind[]; until: string }

const LIST_DAYS = 14

/** View, time and kinds: everything stands in the address. */
export function CalendarTools({ address, today, kinds, until }: ToolsProps) {
  const t = useT()
  const hydrated = useHydrated() // the select sends itself
  const to = (change: Partial<CalendarAddress>) => paths.calendar(writeCalendar({ ...address, ...change }))
  const chips = [
    ...address.kinds.map((kind) => ({ id: kind, label: t(`calendar.kind.${kind}`), without: to({ kinds: address.kinds.filter((each) => each !== kind) }) })),
    ...(address.mine ? [{ id: 'mine', label: t('calendar.mine'), without: to({ mine: false }) }] : []),
  ]
  return (
    <div className="calendar-tools">
      <div className="toolbar">
        <Views address={address} />
        <Steps address={address} today={today} until={until} />
        <Form method="get" className="toolbar-form">
          {address.view && <input type="hidden" name="view" value={address.view} />}
          {address.on !== today && <input type="hidden" name="on" value={address.on} />}
          {address.kinds.map((kind) => (
            <input key={kind} type="hidden" name="kind" value={kind} />
          ))}
          {address.mine && <input type="hidden" name="mine" value="1" />}
          <ToolbarSelect name="kind" label={t('calendar.filter')} options={kinds.filter((kind) => !address.kinds.includes(kind)).map((kind) => ({ value: kind, label: t(`calendar.kind.${kind}`) }))} />
          {!hydrated && (
            <Button type="submit" small>
              {t('common.action.apply')}
            </Button>
          )}
        </Form>
        {!address.mine && (
          <RouteLink className="btn btn-sm" to={to({ mine: true })} keepScroll>
            {t('calendar.mine')}
          </RouteLink>
        )}
      </div>
      {chips.length > 0 && <FilterChips chips={chips} clear={to({ kinds: [], mine: false })} />}
    </div>
  )
}

/** Phones begin with the list, wide pages with the month: which one is current differs, so it is told twice. */
function Views({ address }: { address: CalendarAddress }) {
  const t = useT()
  const items = (current: CalendarView) =>
    CALENDAR_VIEWS.map((view) => ({ id: view, label: t(`calendar.view.${view}`), to: paths.calendar(writeCalendar({ ...address, view })), isCurrent: view === current }))
  if (address.view) return <Segments label={t('calendar.view.label')} items={items(address.view)} />
  return (
    <>
      <div className="only-wide">
        <Segments label={t('calendar.view.label')} items={items('month')} />
      </div>
      <div className="only-phone">
        <Segments label={t('calendar.view.label')} items={items('list')} />
      </div>
    </>
  )
}

function Steps({ address, today, until }: { address: CalendarAddress; today: string; until: string }) {
  const t = useT()
  const { view, on } = address
  const [before, after] =
    view === 'list'
      ? [addDays(on, -LIST_DAYS), addDays(until, 1)]
      : view === 'year'
        ? [`${monthAfter(on.slice(0, 7), -12)}-01`, `${monthAfter(on.slice(0, 7), 12)}-01`]
        : [`${monthAfter(on.slice(0, 7), -1)}-01`, `${monthAfter(on.slice(0, 7), 1)}-01`]
  const to = (day: string) => paths.calendar(writeCalendar({ ...address, on: day === today ? undefined : day }))
  const name = (day: string) => date(day, t.locale, 'year')
  return (
    <div className="btn-row">
      <RouteLink className="btn btn-icon" to={to(before)} aria-label={t('calendar.before', { date: name(before) })} keepScroll>
        <Icon name="left" />
      </RouteLink>
      <RouteLink className="btn" to={to(today)} keepScroll>
        {t('calendar.today')}
      </RouteLink>
      <RouteLink className="btn btn-icon" to={to(after)} aria-label={t('calendar.after', { date: name(after) })} keepScroll>
        <Icon name="right" />
      </RouteLink>
    </div>
  )
}
