import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { FlashMessage, type FlashSentence } from '../page/flash-message.tsx'
import { RouteLink } from '../route-link.tsx'
import { useCurrent } from '../use-current.ts'
import { Brand } from './brand.tsx'
import { LocaleSwitch } from './locale-switch.tsx'
import { SkipLink } from './skip-link.tsx'
import { UserMenu, type Person } from './user-menu.tsx'

type PortalNavItem = { id: 'requests' | 'documents' | 'colleagues'; to: string }

type PortalFrameProps = {
  person?: Person
  nav: PortalNavItem[]
  homeTo: string
  signOutAction?: string
  flash?: FlashSentence
  children: ReactNode
}

/** The frame of the vendor's portal: one column, larger type, native controls. `main` belongs to the page. */
export function PortalFrame({ person, nav, homeTo, signOutAction, flash, children }: PortalFrameProps) {
  const t = useT()
  const current = useCurrent()
  return (
    <div className="portal">
      <SkipLink />
      <header className="topbar">
        <div className="wrap">
          <Brand to={homeTo} />
          <nav className="portal-nav" aria-label={t('nav.portal.label')}>
            {nav.map(({ id, to }) => (
              <RouteLink key={id} to={to} aria-current={current(to)}>
                {t(`nav.portal.${id}`)}
              </RouteLink>
            ))}
          </nav>
          <div className="tools">
            <LocaleSwitch />
            {person && <UserMenu person={person} signOutAction={signOutAction} />}
          </div>
        </div>
      </header>
      <FlashMessage flash={flash} />
      {children}
    </div>
  )
}
