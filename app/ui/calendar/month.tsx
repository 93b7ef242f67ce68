import { writeCalendar } from '#app/domain/calendar/calendar-address.ts'
import { byDay, type CalendarEntry } from '#app/domain/calendar/entry.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { classNames } from '../class-names.ts'
import { StatusMark } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'
import { type CalendarData, ENTRY_MARK, entryPath, entryWords, stateOf, vendorOf } from './calendar-data.ts'

type MonthData = { weeks: string[][]; entries: CalendarEntry[]; countOn: Map<string, number>; off: string[] }

/** Monday to Sunday, a row a week; days off in grey, holidays and make-up days named. */
export function Month({ month, data, most }: { month: MonthData; data: CalendarData; most: number }) {
  const t = useT()
  const { on } = data.address
  const entries = byDay(month.entries)
  const [first] = month.weeks
  return (
    <div className="scroll" role="region" aria-label={t('calendar.monthOf', { month: monthName(on, t.locale) })} tabIndex={0}>
      <table className="month">
        <caption>{monthName(on, t.locale)}</caption>
        <thead>
          <tr>
            {first?.map((day) => (
              <th key={day} scope="col">
                {weekday(day, t.locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell key={day} day={day} entries={entries.get(day) ?? []} month={month} data={data} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type DayProps = { day: string; entries: CalendarEntry[]; month: MonthData; data: CalendarData; most: number }

function DayCell({ day, entries, month, data, most }: DayProps) {
  const t = useT()
  const { today, address, days } = data
  const outside = !day.startsWith(address.on.slice(0, 7))
  const special = days.get(day)
  const count = month.countOn.get(day) ?? entries.length
  const shown = count > most ? entries.slice(0, most - 1) : entries
  const dayTo = paths.calendar(writeCalendar({ ...address, view: 'list', on: day }))
  return (
    <td className={classNames((outside || month.off.includes(day)) && 'off', day === today && 'today')}>
      <span className="day" aria-current={day === today ? 'date' : undefined}>
        {outside || day.endsWith('-01') ? date(day, t.locale, 'short') : Number(day.slice(8))}
      </span>
      {special && <span className="hol">{t(`calendar.special.${special}`)}</span>}
      {shown.length > 0 && (
        <ul>
          {shown.map((entry) => (
            <li key={entry.what + entry.ref + (entry.subjectId ?? '')}>
              <RouteLink className="ev" to={entryPath(entry)}>
                <StatusMark mark={ENTRY_MARK[stateOf(entry, data)]} />
                <span>{cellWords(entry, data, t)}</span>
              </RouteLink>
            </li>
          ))}
        </ul>
      )}
      {count > shown.length && (
        <RouteLink className="ev more" to={dayTo} aria-label={t('calendar.moreOn', { count: count - shown.length, date: date(day, t.locale, 'day') })}>
          {t('calendar.moreShort', { count: count - shown.length })}
        </RouteLink>
      )}
    </td>
  )
}

/** A cell has room for the kind and the vendor. */
function cellWords(entry: CalendarEntry, data: CalendarData, t: ReturnType<typeof useT>): string {
  const vendor = vendorOf(entry, t.locale)
  return vendor ? t('calendar.cell', { kind: t(`calendar.short.${entry.what}`), vendor }) : entryWords(entry, data, t)
}

const monthName = (on: string, locale: 'zh-CN' | 'en') =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : 'zh-CN', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`))

const weekday = (day: string, locale: 'zh-CN' | 'en') => new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
