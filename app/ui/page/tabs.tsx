import { RouteLink } from '../route-link.tsx'
import { useCurrent } from '../use-current.ts'

export type Tab = { to: string; label: string; count?: number; /** True for a tab whose address begins the others'. */ end?: boolean }

/** Views of one subject as real links; they scroll sideways where there is no room. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  const current = useCurrent()
  return (
    <nav className="tabs" aria-label={label} tabIndex={0}>
      {tabs.map(({ to, label: name, count, end }) => (
        <RouteLink key={to} to={to} aria-current={current(to, end)}>
          {name}
          {count !== undefined && <span className="n">{count}</span>}
        </RouteLink>
      ))}
    </nav>
  )
}
