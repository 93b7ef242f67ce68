import { writeCalendar } from '#app/domain/calendar/calendar-address.ts'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { PageHeader } from '../page/page-header.tsx'
import { PrintButton } from '../print-button.tsx'
import { StatusMark } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'
import { type CalendarData, ENTRY_MARK, entryPath, entryWords, stateOf, vendorOf } from './calendar-data.ts'

/** The calendar in one sentence, and the three dates that come next. */
export function CalendarHead({ data }: { data: CalendarData }) {
  const t = useT()
  const { today, lateCount, next } = data
  return (
    <>
      <PageHeader
        title={t('calendar.title')} lede={t(lateCount === 0 ? 'calendar.ledeClear' : 'calendar.lede', { date: date(today, t.locale, 'full'), count: lateCount })} actions={
          <>
            <ButtonLink to={paths.audits()}>{t('audits.title')}</ButtonLink>
            <PrintButton />
          </>
        }
      />
      {next.length > 0 && (
        <ol className="next-dates" aria-label={t('calendar.next')}>
          {next.map((entry) => (
            <li key={entry.kind + entry.ref + (entry.subjectId ?? '')}>
              <span className="small muted">
                {t('calendar.when', { date: date(entry.on, t.locale, 'day'), distance: distance(daysBetween(today, entry.on), t) })}
              </span>
              <span>
                <StatusMark mark={ENTRY_MARK[stateOf(entry, data)]} /> <RouteLink to={entryPath(entry)}>{entryWords(entry, data, t)}</RouteLink>
              </span>
              {entry.vendorName && <span className="sub">{vendorOf(entry, t.locale)}</span>}
            </li>
          ))}
        </ol>
      )}
      {lateCount > 0 && (
        <p className="only-wide small late-line">
          <RouteLink to={paths.calendar(writeCalendar({ view: 'list', on: today, kinds: data.address.kinds, mine: data.address.mine }))}>{t('calendar.showLate', { count: lateCount })}</RouteLink>
        </p>
      )}
    </>
  )
}
