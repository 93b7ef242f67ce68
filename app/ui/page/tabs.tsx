import { NavLink } from '@remix-run/react'

export type Tab = { to: string; label: string; count?: number; /** True for a tab whose address begins the others'. */ end?: boolean }

/** Views of one subject as real links; they scroll sideways where there is no room. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label} tabIndex={0}>
      {tabs.map(({ to, label: name, count, end }) => (
        <NavLink key={to} to={to} end={end}>
          {name}
          {count !== undefined && <span className="n">{count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
