import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import { FlashMessage, type FlashSentence } from '../page/flash-message.tsx'
import { usePageSettings } from '../page-settings.tsx'
import { Brand } from './brand.tsx'
import { FindVendors } from './find-vendors.tsx'
import { LawFlags, type LawFlag } from './law-flags.tsx'
import { LocaleSwitch } from './locale-switch.tsx'
import { SessionEnding } from './session-ending.tsx'
import { SideNav, type NavItem } from './side-nav.tsx'
import { SkipLink } from './skip-link.tsx'
import { useClosingDetails } from './use-closing-details.ts'
import { UserMenu, type MenuLink, type Person } from './user-menu.tsx'

type AppFrameProps = {
  person: Person
  organisation: string
  /** Other organisations the person may switch to. */
  organisations?: { id: string; name: string }[]
  nav: NavItem[]
  laws: LawFlag[]
  /** The organisation's local time, ready to read. */
  time: string
  accountTo?: string
  /** Further places in the person's menu. */
  links?: MenuLink[]
  flash?: FlashSentence
  /** Where finding a vendor leads: the list that takes `q`. */
  findTo?: string
  /** Milliseconds until the session ends, as of this page. */
  sessionEndsInMs?: number
  /** A page is a `<Page>`, with a `<SubjectHeader>` above it where it is about a vendor. */
  children: ReactNode
}

/** The frame of every signed-in page: top bar with the legal flags, navigation, one white sheet. */
export function AppFrame({ person, organisation, organisations, nav, laws, time, accountTo, ...rest }: AppFrameProps) {
  const { links, flash, findTo, sessionEndsInMs, children } = rest
  const t = useT()
  const { mode } = usePageSettings()
  const menu = useClosingDetails()
  return (
    <>
      <SkipLink />
      <header className="topbar">
        <details className="menu" ref={menu}>
          <summary className="tool" aria-label={t('nav.menu')}>
            <Icon name="menu" />
          </summary>
          <SideNav items={nav} label={t('nav.labelSmall')} />
        </details>
        <Brand to="/">{organisation}</Brand>
        <LawFlags laws={laws} />
        <div className="tools">
          {findTo !== undefined && <FindVendors to={findTo} />}
          <LocaleSwitch />
          <UserMenu person={person} organisations={organisations} accountTo={accountTo} links={links} />
        </div>
      </header>
      <div className="shell">
        <aside className="side" aria-label={t('nav.side')}>
          <div className="inner">
            <SideNav items={nav} label={t('nav.label')} />
            <footer>
              {mode === 'demo' && <p className="demo">{t('ui.demo')}</p>}
              <p>{time}</p>
            </footer>
          </div>
        </aside>
        <div className="sheet">
          {sessionEndsInMs !== undefined && <SessionEnding endsInMs={sessionEndsInMs} />}
          <FlashMessage flash={flash} />
          {children}
        </div>
      </div>
    </>
  )
}
