import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import { RouteLink } from '../route-link.tsx'

/** A filter that holds, ready to read, and the address without it. */
type Chip = { id: string; label: string; without: string }

type FilterChipsProps = { chips: Chip[]; clear: string; /** '38 of 412 vendors' */ count?: string }

/** The filters of a list as it stands in the address; each can be taken off. */
export function FilterChips({ chips, clear, count }: FilterChipsProps) {
  const t = useT()
  return (
    <div className="chips">
      {chips.map(({ id, label, without }) => (
        <span className="chip" key={id}>
          {label}
          <RouteLink to={without} aria-label={t('ui.filter.remove', { filter: label })} keepScroll>
            <Icon name="x" />
          </RouteLink>
        </span>
      ))}
      {chips.length > 0 && (
        <RouteLink className="btn btn-plain btn-sm" to={clear} keepScroll>
          {t('ui.filter.clear')}
        </RouteLink>
      )}
      {count !== undefined && (
        <span className="small muted" role="status">
          {count}
        </span>
      )}
    </div>
  )
}
