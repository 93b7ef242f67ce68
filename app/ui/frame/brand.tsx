import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'

/** The product's sign; `children` is the organisation's name beside it. */
export function Brand({ to, children }: { to: string; children?: ReactNode }) {
  const t = useT()
  return (
    <RouteLink className="brand" to={to}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect x="1" y="1" width="22" height="22" rx="3" className="brand-ground" />
        <path className="brand-sign" d="M17.5 7.5H9A2.5 2.5 0 0 0 6.5 10v4A2.5 2.5 0 0 0 9 16.5h8.5M17.5 12h-6" />
      </svg>
      {t('common.product')}
      {children !== undefined && <span className="org">{children}</span>}
    </RouteLink>
  )
}
