import { writeCalendar } from '#app/domain/calendar/calendar-address.ts'
import { byDay, type CalendarEntry } from '#app/domain/calendar/entry.ts'
import { addDays, daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance, time } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { Empty } from '../page/empty.tsx'
import { StatusMark } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'
import { type CalendarData, ENTRY_MARK, entryPath, entryWords, stateOf, vendorOf } from './calendar-data.ts'

/** Day after day, with what is overdue before it. */
export function Agenda({ entries, late, data }: { entries: CalendarEntry[]; late: CalendarEntry[]; data: CalendarData }) {
  const t = useT()
  const { address, today, until } = data
  const days = byDay(entries)
  return (
    <>
      {entries.length === 0 && late.length === 0 && (
        <Empty title={t('calendar.empty.title')}>{t('calendar.empty.body', { from: date(address.on, t.locale, 'short'), until: date(until, t.locale, 'short') })}</Empty>
      )}
      <ol className="agenda">
        {late.length > 0 && <Day head={t('calendar.late')} entries={late} count={data.lateCount} data={data} isLate />}
        {[...days].map(([on, each]) => (
          <Day key={on} head={headOf(on, data, t)} entries={each} data={data} />
        ))}
      </ol>
      <p className="more">
        <ButtonLink to={paths.calendar(writeCalendar({ ...address, view: 'list', on: addDays(until, 1) === today ? undefined : addDays(until, 1) }))}>{t('calendar.more')}</ButtonLink>
      </p>
    </>
  )
}

function headOf(on: string, { today, days }: CalendarData, t: ReturnType<typeof useT>): string {
  const special = days.get(on)
  const day = t('calendar.when', { date: date(on, t.locale, 'day'), distance: distance(daysBetween(today, on), t) })
  return special ? t(`calendar.day.${special}`, { day }) : day
}

function Day({ head, entries, count = entries.length, data, isLate = false }: { head: string; entries: CalendarEntry[]; count?: number; data: CalendarData; isLate?: boolean }) {
  const t = useT()
  return (
    <li>
      <div className="dayhead">
        <span>{head}</span>
        <span className="n">{count}</span>
      </div>
      <ul>
        {entries.map((entry) => (
          <li key={entry.what + entry.ref + (entry.subjectId ?? '')}>
            <StatusMark mark={ENTRY_MARK[stateOf(entry, data)]} />
            <span>
              <RouteLink to={entryPath(entry)}>{entryWords(entry, data, t)}</RouteLink>
              <span className="sub">{vendorOf(entry, t.locale) ?? t('calendar.ourselves')}</span>
            </span>
            <span className="num muted small">{isLate ? distance(daysBetween(data.today, entry.on), t) : entry.at && clockOf(entry.at, data.zone, t)}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The end of a day needs no time. */
function clockOf(at: Date, zone: string, t: ReturnType<typeof useT>): string {
  const read = time(at, t.locale, zone)
  return read === '00:00' ? '' : read
}
