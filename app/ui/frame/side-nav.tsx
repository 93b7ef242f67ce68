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
  accessLogs: 'logs',
  rights: 'rights',
  risk: 'risk',
  reports: 'reports',
  trail: 'trail',
  settings: 'settings',
  mailbox: 'mail',
  notifications: 'bell',
} satisfies Record<string, IconName>

export type NavItem = { id: keyof typeof PLACE_ICON; to: string; count?: number }

export function SideNav({ items, label }: { items: NavItem[]; label: string }) {
  const t = useT()
  const current = useCurrent()
  return (
    <nav className="nav" aria-label={label}>
      {items.map(({ id, to, count }) => (
        <RouteLink key={id} to={to} aria-current={current(to)}>
          <Icon name={PLACE_ICON[id]} />
          {t(`nav.${id}`)}
          {count !== undefined && count > 0 && <span className="n">{count}</span>}
        </RouteLink>
      ))}
    </nav>
  )
}
