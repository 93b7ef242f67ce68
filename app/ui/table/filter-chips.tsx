import { Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'

/** A filter that holds, ready to read, and the address without it. */
export type Chip = { id: string; label: string; without: string }

type FilterChipsProps = { chips: Chip[]; clear: string; /** '38 of 412 vendors' */ count?: string }

/** The filters of a list as it stands in the address; each can be taken off. */
export function FilterChips({ chips, clear, count }: FilterChipsProps) {
  const t = useT()
  return (
    <div className="chips">
      {chips.map(({ id, label, without }) => (
        <span className="chip" key={id}>
          {label}
          <Link to={without} aria-label={t('ui.filter.remove', { filter: label })} preventScrollReset>
            <Icon name="x" />
          </Link>
        </span>
      ))}
      {chips.length > 0 && (
        <Link className="btn btn-plain btn-sm" to={clear} preventScrollReset>
          {t('ui.filter.clear')}
        </Link>
      )}
      {count !== undefined && (
        <span className="small muted" role="status">
          {count}
        </span>
      )}
    </div>
  )
}
