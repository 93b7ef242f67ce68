import { writeCalendar } from '#app/domain/calendar/calendar-address.ts'
import { heatOf } from '#app/domain/calendar/entry.ts'
import { monthsOf } from '#app/domain/calendar/month.ts'
import { dayOfWeek } from '#app/domain/organisations/calendar-dates.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { classNames } from '../class-names.ts'
import { Section } from '../page/section.tsx'
import { RouteLink } from '../route-link.tsx'
import type { CalendarData } from './calendar-data.ts'
import { Legend } from './legend.tsx'

type YearData = { year: number; counts: { on: string; count: number; isLate: boolean }[] }

const DAYS = Array.from({ length: 31 }, (_, index) => index + 1)

/** Months down, days across, the number of dates in each cell. */
export function Year({ year, data, isAside }: { year: YearData; data: CalendarData; isAside: boolean }) {
  const t = useT()
  const days = new Map(year.counts.map((each) => [each.on, each]))
  return (
    <div className={isAside ? 'block only-wide' : undefined}>
      <Section title={t('calendar.yearTitle', { year: year.year })} aside={t('calendar.yearAside')}>
        <div className="scroll" role="group" aria-label={t('calendar.yearTitle', { year: year.year })} tabIndex={0}>
          <table className="year">
            <caption className="hide">{t('calendar.yearTitle', { year: year.year })}</caption>
            <thead>
              <tr>
                <th scope="col" className="name">
                  <span className="hide">{t('calendar.month')}</span>
                </th>
                {DAYS.map((day) => (
                  <th key={day} scope="col">
                    {day}
                  </th>
                ))}
                <th scope="col" className="tot">
                  {t('calendar.total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {monthsOf(year.year).map(({ month, days: inMonth }) => (
                <tr key={month}>
                  <th scope="row">{monthName(month, t.locale)}</th>
                  {DAYS.map((day) => {
                    const on = inMonth[day - 1]
                    return on === undefined ? <td key={day} className="none" /> : <DayCell key={day} on={on} count={days.get(on)?.count ?? 0} isLate={days.get(on)?.isLate ?? false} data={data} />
                  })}
                  <td className="tot">{inMonth.reduce((sum, on) => sum + (days.get(on)?.count ?? 0), 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Legend kind="heat" />
      </Section>
    </div>
  )
}

function DayCell({ on, count, isLate, data }: { on: string; count: number; isLate: boolean; data: CalendarData }) {
  const t = useT()
  const weekend = dayOfWeek(on) > 5
  return (
    <td className={classNames(weekend && 'we', on === data.today && 'now', isLate && 'late')} data-h={heatOf(count) || undefined}>
      {count > 0 && (
        <RouteLink to={paths.calendar(writeCalendar({ ...data.address, view: 'list', on }))} aria-label={t(isLate ? 'calendar.countLate' : 'calendar.countOn', { count, date: date(on, t.locale, 'short') })}>
          {count}
        </RouteLink>
      )}
    </td>
  )
}

const monthName = (month: string, locale: 'zh-CN' | 'en') => new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : 'zh-CN', { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${month}-01T00:00:00Z`))
