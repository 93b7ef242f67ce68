import { useLoaderData } from '@remix-run/react'
import { readCalendar } from '#app/domain/calendar/calendar-address.ts'
import { CALENDAR_KINDS } from '#app/domain/calendar/entry.ts'
import { countEntries, countLate, listEntries } from '#app/domain/calendar/list-entries.server.ts'
import { lastOf, weeksOf } from '#app/domain/calendar/month.ts'
import { isBusinessDay } from '#app/domain/organisations/business-calendar.ts'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { listCalendarDays, loadBusinessCalendar } from '#app/domain/organisations/queries.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { listWorkflowSteps } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import type { MemberContext } from '#app/http/session.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Agenda } from '#app/ui/calendar/agenda.tsx'
import { CalendarHead } from '#app/ui/calendar/calendar-head.tsx'
import { CalendarTools } from '#app/ui/calendar/calendar-tools.tsx'
import { Legend } from '#app/ui/calendar/legend.tsx'
import { Month } from '#app/ui/calendar/month.tsx'
import { Year } from '#app/ui/calendar/year.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'

const LIST_DAYS = 14
const IN_A_CELL = 3
const LATE_SHOWN = 100
const LATE_SINCE_DAYS = 730
const NEXT_WITHIN_DAYS = 400

export const loader = authed(async ({ ctx, request }) => {
  const today = await getToday(ctx)
  const address = readCalendar(new URL(request.url).searchParams, today)
  const { view, on, kinds, mine } = address
  const filter = { kinds, mine }
  const until = addDays(on, LIST_DAYS - 1)
  const [days, late, lateCount, next] = await Promise.all([
    listCalendarDays(ctx),
    listEntries(ctx, { ...filter, from: addDays(today, -LATE_SINCE_DAYS), to: today, perDay: LATE_SHOWN, only: { is: 'late', today }, limit: LATE_SHOWN }),
    countLate(ctx, { ...filter, from: addDays(today, -LATE_SINCE_DAYS), to: today, today }),
    listEntries(ctx, { ...filter, from: today, to: addDays(today, NEXT_WITHIN_DAYS), perDay: 3, only: { is: 'ahead', today }, limit: 3 }),
  ])
  return {
    title: translator(ctx.locale)('calendar.title'),
    address, today, until,
    now: ctx.now,
    zone: ctx.organisation.zone,
    steps: Object.fromEntries(listWorkflowSteps().map(({ id, name }) => [id, name])),
    kinds: [...CALENDAR_KINDS],
    days: new Map(days.map(({ day, kind }) => [day, kind])),
    late: late.entries,
    lateCount,
    next: next.entries.slice(0, 3),
    list: view === undefined || view === 'list' ? (await listEntries(ctx, { ...filter, from: on, to: until, perDay: 50 })).entries : undefined,
    month: view === undefined || view === 'month' ? await monthOf(ctx, on, filter) : undefined,
    year: view === undefined || view === 'year' ? await yearOf(ctx, on, { ...filter, today }) : undefined,
  }
})

type Filter = { kinds: ReturnType<typeof readCalendar>['kinds']; mine: boolean }

async function monthOf(ctx: MemberContext, on: string, filter: Filter) {
  const weeks = weeksOf(on.slice(0, 7))
  const all = weeks.flat()
  const { entries, countOn } = await listEntries(ctx, { ...filter, from: all[0]!, to: all.at(-1)!, perDay: IN_A_CELL + 1 })
  const calendar = await loadBusinessCalendar(ctx)
  return { weeks, entries, countOn, off: all.filter((day) => !isBusinessDay(day, calendar)) }
}

async function yearOf(ctx: MemberContext, on: string, filter: Filter & { today: string }) {
  const year = Number(on.slice(0, 4))
  return { year, counts: await countEntries(ctx, { ...filter, from: `${on.slice(0, 4)}-01-01`, to: lastOf(`${on.slice(0, 4)}-12`) }) }
}

export const meta = pageMeta

export default function Calendar() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { address, list, month, year, late, today } = data
  const isDefault = address.view === undefined
  return (
    <Page>
      <CalendarHead data={data} />
      <CalendarTools address={address} today={today} kinds={data.kinds} until={data.until} />
      {list && (
        <section className={isDefault ? 'only-phone' : undefined} aria-label={t('calendar.view.list')}>
          <Agenda entries={list} late={address.on === today ? late : []} data={data} />
        </section>
      )}
      {month && (
        <section className={isDefault ? 'only-wide' : undefined} aria-label={t('calendar.view.month')}>
          <Month month={month} data={data} most={IN_A_CELL} />
          <Legend kind="marks" />
        </section>
      )}
      {year && <Year year={year} data={data} isAside={isDefault} />}
    </Page>
  )
}
