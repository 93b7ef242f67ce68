import { setsMustTerminate } from '#app/domain/violations/case.ts'
import { caseTrack, type TrackedCase, type TrackStop } from '#app/domain/violations/case-track.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { StatusMark } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'
import { CASE_MARK } from './case-words.ts'

/** Where the case has been, where it stands and what its class leads to. */
export function Track({ violationCase, zone }: { violationCase: TrackedCase; zone: string }) {
  const t = useT()
  return (
    <ol className="track" aria-label={t('cases.track')}>
      {caseTrack(violationCase).map((stop) => (
        <li key={stop.state} aria-current={stop.place === 'now' ? 'step' : undefined} className={setsMustTerminate(stop.state) ? 'by-law' : undefined}>
          <StatusMark mark={markOf(stop)} tone={stop.place === 'now' ? undefined : 'neutral'} />
          {stop.at === undefined
            ? t(`status.case.${stop.state}`)
            : t('cases.stop', { state: t(`status.case.${stop.state}`), date: date(localDate(stop.at, zone), t.locale, 'short') })}
        </li>
      ))}
    </ol>
  )
}

function markOf({ place, state }: TrackStop): MarkName {
  return place === 'past' ? 'ok' : place === 'ahead' ? 'waiting' : CASE_MARK[state]
}
