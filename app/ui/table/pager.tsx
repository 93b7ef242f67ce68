import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import { RouteLink } from '../route-link.tsx'

type PagerProps = { previous?: string; next?: string; /** What is shown, ready to read: '51 to 100 of 412'. */ shown?: string }

/** Pages by key: the addresses carry where to go on. */
export function Pager({ previous, next, shown }: PagerProps) {
  const t = useT()
  if (previous === undefined && next === undefined) return null
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {previous !== undefined && (
        <RouteLink className="btn btn-sm" to={previous} rel="prev">
          <Icon name="left" />
          {t('ui.pager.previous')}
        </RouteLink>
      )}
      {next !== undefined && (
        <RouteLink className="btn btn-sm" to={next} rel="next">
          {t('ui.pager.next')}
          <Icon name="right" />
        </RouteLink>
      )}
      {shown !== undefined && <span className="small muted">{shown}</span>}
    </nav>
  )
}
