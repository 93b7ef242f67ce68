import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import { RouteLink } from '../route-link.tsx'
import type { IconName } from '../symbols.ts'
import { useCurrent } from '../use-current.ts'

export const PLACE_ICON = {
  work: 'work',
  vendors: 'vendors',
  requests: 'requests',
  assessments: 'assessments',
  findings: 'findings',
  agreements: 'agreements',
  audits: 'check',
  calendar: 'calendar',
  violations: 'violations',
  risk: 'risk',
  trail: 'trail',
  settings: 'settings',
  mailbox: 'mail',
  notifications: 'bell',
} satisfies Record<string, IconName>

export type NavItem = { id: keyof typeof PLACE_ICON; to: string; count?: number }

/** Registers that are reached from a place and have none of their own. */
const ALSO: Partial<Record<NavItem['id'], string>> = { calendar: '/audits', vendors: '/engagements' }

export function SideNav({ items, label }: { items: NavItem[]; label: string }) {
  const t = useT()
  const current = useCurrent()
  return (
    <nav className="nav" aria-label={label}>
      {items.map(({ id, to, count }) => (
        <RouteLink key={id} to={to} aria-current={current(to) ?? current(ALSO[id] ?? to)}>
          <Icon name={PLACE_ICON[id]} />
          {t(`nav.${id}`)}
          {count !== undefined && count > 0 && <span className="n">{count}</span>}
        </RouteLink>
      ))}
    </nav>
  )
}
