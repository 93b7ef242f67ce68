import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import { ENTRY_MARK } from './calendar-data.ts'

const STATES = ['done', 'overdue', 'clock', 'today', 'planned'] as const
const HEATS = ['few', 'some', 'many', 'most'] as const

/** What the marks of a month, or the shades of a year, mean. */
export function Legend({ kind }: { kind: 'marks' | 'heat' }) {
  const t = useT()
  if (kind === 'marks') {
    return (
      <div className="legend">
        {STATES.map((state) => (
          <Status key={state} mark={ENTRY_MARK[state]}>
            {t(`calendar.state.${state}`)}
          </Status>
        ))}
      </div>
    )
  }
  return (
    <div className="legend">
      {HEATS.map((heat, index) => (
        <span key={heat}>
          <span className="swatch" data-heat={index + 1} />
          {t(`calendar.heat.${heat}`)}
        </span>
      ))}
      <span>
        <span className="swatch" data-heat="late" />
        {t('calendar.heat.late')}
      </span>
      <span>
        <span className="swatch" data-heat="now" />
        {t('calendar.heat.now')}
      </span>
    </div>
  )
}
