import { useT } from '#app/i18n/use-t.tsx'
import { trailField, trailValue, type Reading } from './trail-value.ts'

type Values = Record<string, unknown>
type TrailChangesProps = { before?: unknown; after?: unknown; data?: Values; subject: string; zone: string; names: Record<string, string> }
type Line = { key: string; field: string; was?: string; is?: string }

/** As many lines as stand in a row without a press. */
const SHOWN = 5

/** What an entry changed, field by field, and what its readers were told besides. */
export function TrailChanges({ before, after, data, ...rest }: TrailChangesProps) {
  const t = useT()
  const reading: Reading = { t, ...rest }
  const lines = linesOf({ before, after, data }, reading)
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

function Lines({ lines }: { lines: Line[] }) {
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

function linesOf({ before, after, data }: Pick<TrailChangesProps, 'before' | 'after' | 'data'>, reading: Reading): Line[] {
  const [was, is, told] = [valuesOf(before), valuesOf(after), valuesOf(data)]
  const changed = [...new Set([...Object.keys(is), ...Object.keys(was)])].map((name) => ({
    key: `c-${name}`,
    field: trailField(name, reading),
    was: trailValue(name, was[name], reading),
    is: trailValue(name, is[name], reading),
  }))
  const extra = Object.entries(told).filter(([name]) => !(name in is)).map(([name, value]) => ({ key: `d-${name}`, field: trailField(name, reading), is: trailValue(name, value, reading) }))
  const lines = [...changed, ...extra].filter((line: Line) => line.was !== undefined || line.is !== undefined)
  return lines.filter(({ field, is }, index) => lines.findIndex((line) => line.field === field && line.is === is) === index)
}

const valuesOf = (value: unknown): Values => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Values
  return value === undefined || value === null ? {} : { value }
}
