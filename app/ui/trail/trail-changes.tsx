import { useT } from '#app/i18n/use-t.tsx'
import { trailLines, type TrailLine, type TrailTold } from './trail-lines.ts'
import type { Reading } from './trail-value.ts'

type TrailChangesProps = TrailTold & Omit<Reading, 't'>

/** As many lines as stand in a row without a press. */
const SHOWN = 5

/** What an entry changed, field by field, and what its readers were told besides. */
export function TrailChanges({ before, after, data, ...rest }: TrailChangesProps) {
  const t = useT()
  const lines = trailLines({ before, after, data }, { t, ...rest })
  if (lines.length === 0) return <span className="muted">{t('trail.nothing')}</span>
  const more = lines.slice(SHOWN)
  return (
    <>
      <Lines lines={lines.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details>
          <summary className="small">{t('trail.more', { count: more.length })}</summary>
          <Lines lines={more} />
        </details>
      )}
    </>
  )
}

function Lines({ lines }: { lines: TrailLine[] }) {
  const t = useT()
  return (
    <dl className="trail-values">
      {lines.map(({ key, field, was, is }) => (
        <div key={key}>
          <dt>{field}</dt>
          <dd>
            {was !== undefined && (
              <>
                <del>
                  <span className="hide">{t('trail.before')} </span>
                  {was}
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
              </>
            )}
            {was === undefined ? is : <ins>{is ?? t('trail.nothing')}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
