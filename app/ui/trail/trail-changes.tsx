import { useT } from '#app/i18n/use-t.tsx'

type Values = Record<string, unknown>
type TrailChangesProps = { before?: unknown; after?: unknown; data?: Values }

/** What an entry changed, field by field, and what its readers were told besides. */
export function TrailChanges({ before, after, data }: TrailChangesProps) {
  const t = useT()
  const [was, is, told] = [valuesOf(before), valuesOf(after), valuesOf(data)]
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  if (changed.length === 0 && Object.keys(told).length === 0) return <span className="muted">{t('trail.nothing')}</span>
  const fieldName = (name: string) => t.from(`trail.field.${name}`, undefined, 'trail.nothing')
  const label = (name: string) => (fieldName(name) === t('trail.nothing') ? <span className="mono">{name}</span> : fieldName(name))
  return (
    <dl className="trail-values">
      {changed.map((name) => (
        <div key={`c-${name}`}>
          <dt>{label(name)}</dt>
          <dd>
            {name in was && was[name] !== undefined && was[name] !== null && (
              <>
                <del>
                  <span className="hide">{t('trail.before')} </span>
                  {written(was[name])}
                </del>{' '}
              </>
            )}
            <ins>
              <span className="hide">{t('trail.after')} </span>
              {written(is[name])}
            </ins>
          </dd>
        </div>
      ))}
      {Object.entries(told).map(([name, value]) => (
        <div key={`d-${name}`}>
          <dt>{label(name)}</dt>
          <dd>{written(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : value === undefined || value === null ? {} : { value })

const LONGEST = 300

/** A value as text: lists with commas, nested rows as compact JSON, long texts cut. */
function written(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  const text = Array.isArray(value) && value.every((each) => typeof each !== 'object') ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
