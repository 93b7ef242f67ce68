import { NavLink } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../symbols.ts'

const ICON = {
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

export type NavItem = { id: keyof typeof ICON; to: string; count?: number }

export function SideNav({ items, label }: { items: NavItem[]; label: string }) {
  const t = useT()
  return (
    <nav className="nav" aria-label={label}>
      {items.map(({ id, to, count }) => (
        <NavLink key={id} to={to}>
          <Icon name={ICON[id]} />
          {t(`nav.${id}`)}
          {count !== undefined && count > 0 && <span className="n">{count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
