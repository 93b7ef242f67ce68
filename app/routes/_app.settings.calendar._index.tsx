import { Form, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { holidayTables } from '#app/domain/organisations/holiday-tables.server.ts'
import { getOrganisation, listCalendarDays, type CalendarDay } from '#app/domain/organisations/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'

/** Days by year; this year and the next are always told of, known or not. */
export const loader = authed(async ({ ctx }) => {
  const [{ country }, days] = await Promise.all([getOrganisation(ctx), listCalendarDays(ctx)])
  const thisYear = Number(localDate(ctx.now, ctx.organisation.zone).slice(0, 4))
  const known = days.map(({ day }) => Number(day.slice(0, 4)))
  const years = [...new Set([thisYear, thisYear + 1, ...known])].sort((a, b) => b - a)
  const published = holidayTables().filter((table) => table.country === country)
  return {
    title: translator(ctx.locale)('settings.tab.calendar'),
    mayChange: can(ctx.actor, 'organisation.update'),
    years: years.map((year) => ({
      year,
      days: days.filter(({ day }) => day.startsWith(String(year))).map((each) => ({ ...each, text: date(each.day, ctx.locale) })),
      mayLoad: !known.includes(year) && published.some((table) => table.year === year),
    })),
  }
})

export const meta = pageMeta

export default function Calendar() {
  const t = useT()
  const { years, mayChange } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="head">
        <p className="lede">{t('settings.calendar.lede')}</p>
        {mayChange && (
          <ButtonLink kind="main" icon="add" to={paths.settings('calendar/add')}>
            {t('settings.calendar.add_title')}
          </ButtonLink>
        )}
      </div>
      <p className="muted prose">{t('settings.calendar.rule')}</p>
      {years.map((each) => (
        <Year key={each.year} {...each} />
      ))}
    </>
  )
}

type YearProps = ReturnType<typeof useLoaderData<typeof loader>>['years'][number]

function Year({ year, days, mayLoad }: YearProps) {
  const t = useT()
  const { mayChange } = useLoaderData<typeof loader>()
  return (
    <Section title={String(year)} id={String(year)}>
      {days.length === 0 ? (
        <Note tone="attention" title={t('settings.calendar.unknown', { year })} actions={mayChange && mayLoad ? <Load year={year} /> : undefined}>
          <p>{t('settings.calendar.unknown_body')}</p>
        </Note>
      ) : (
        <div className="halves">
          <Days title={t('settings.calendar.holidays')} days={days.filter(({ kind }) => kind === 'holiday')} />
          <Days title={t('settings.calendar.work_days')} days={days.filter(({ kind }) => kind === 'work_day')} />
        </div>
      )}
    </Section>
  )
}

function Days({ title, days }: { title: string; days: (CalendarDay & { text: string })[] }) {
  const t = useT()
  const { mayChange } = useLoaderData<typeof loader>()
  const action = paths.settings('calendar/remove')
  return (
    <div>
      <h3>
        {title} <span className="muted">{days.length}</span>
      </h3>
      {days.length === 0 && <p className="muted">{t('settings.calendar.none')}</p>}
      <Form method="post" action={action}>
        <Once />
        <ul className="day-list">
          {days.map(({ day, text }) => (
            <li key={day}>
              <time dateTime={day}>{text}</time>
              {mayChange && (
                <button className="day-remove" name="day" value={day} aria-label={t('settings.calendar.remove', { day: text })}>
                  <Icon name="x" />
                </button>
              )}
            </li>
          ))}
        </ul>
      </Form>
    </div>
  )
}

function Load({ year }: { year: number }) {
  const t = useT()
  const action = paths.settings('calendar/load')
  return (
    <Form method="post" action={action}>
      <Once />
      <input type="hidden" name="year" value={year} />
      <Button type="submit" small>
        {t('settings.calendar.load', { year })}
      </Button>
    </Form>
  )
}
