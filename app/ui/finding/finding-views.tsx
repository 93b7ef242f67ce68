import type { FindingView } from '#app/domain/findings/finding-filter.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'

/** Ways to look at the register: open, overdue, to verify, closed, all. */
export function FindingViews({ views, current }: { views: { view: FindingView; count: number; to: string }[]; current: FindingView }) {
  const t = useT()
  return (
    <nav className="tabs finding-views" aria-label={t('findings.views.label')} tabIndex={0}>
      {views.map(({ view, count, to }) => (
        <RouteLink key={view} to={to} aria-current={view === current ? 'page' : undefined} keepScroll>
          {t(`findings.views.${view}`)}
          <span className="n">{count}</span>
        </RouteLink>
      ))}
    </nav>
  )
}
