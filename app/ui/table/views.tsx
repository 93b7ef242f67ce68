import { RouteLink } from '../route-link.tsx'

type ViewsProps = { label: string; views: { id: string; label: string; count?: number; to: string }[]; current: string }

/** The ways to look at a register, above its search. */
export function Views({ label, views, current }: ViewsProps) {
  return (
    <nav className="tabs views" aria-label={label} tabIndex={0}>
      {views.map(({ id, label, count, to }) => (
        <RouteLink key={id} to={to} aria-current={id === current ? 'page' : undefined} keepScroll>
          {label}
          {count !== undefined && <span className="n">{count}</span>}
        </RouteLink>
      ))}
    </nav>
  )
}
