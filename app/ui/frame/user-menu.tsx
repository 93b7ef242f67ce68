import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../symbols.ts'
import { RouteLink } from '../route-link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { useClosingDetails } from './use-closing-details.ts'

export type Person = { name: string; role: string }

/** Where the person's menu leads besides; `count` is what waits there. */
export type MenuLink = { to: string; label: string; icon: IconName; count?: number }

type UserMenuProps = {
  person: Person
  links?: MenuLink[]
  accountTo?: string
  signOutAction?: string
  /** Organisations the person can switch to; posts `orgId` to /switch-organisation. */
  organisations?: { id: string; name: string }[]
}

/** The person's menu: account, organisation, appearance, sign-out. Works without JavaScript. */
export function UserMenu({ person, links = [], accountTo, signOutAction = '/sign-out', organisations = [] }: UserMenuProps) {
  const t = useT()
  const ref = useClosingDetails()
  return (
    <details className="person" ref={ref}>
      <summary className="tool">
        <Icon name="user" />
        <span className="who">
          {person.name}
          <span>{person.role}</span>
        </span>
        <span className="hide">{t('ui.account')}</span>
      </summary>
      <div className="person-menu">
        <p className="menu-part person-card">
          {person.name}
          <span className="sub">{person.role}</span>
        </p>
        {accountTo !== undefined && (
          <RouteLink className="menu-item" to={accountTo}>
            <Icon name="user" />
            {t('ui.account')}
          </RouteLink>
        )}
        {links.map(({ to, label, icon, count = 0 }) => (
          <RouteLink className="menu-item" to={to} key={to}>
            <Icon name={icon} />
            {label}
            {count > 0 && <span className="n">{count}</span>}
          </RouteLink>
        ))}
        {organisations.length > 0 && (
          <form method="post" action="/switch-organisation" className="menu-part">
            <p className="menu-label" id="switch-organisation">
              {t('ui.organisation.switch')}
            </p>
            <ul aria-labelledby="switch-organisation">
              {organisations.map(({ id, name }) => (
                <li key={id}>
                  <button className="menu-item" name="orgId" value={id}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        )}
        <ThemeSwitch />
        <Form method="post" action={signOutAction} reloadDocument>
          <button className="menu-item">
            <Icon name="out" />
            {t('ui.signOut')}
          </button>
        </Form>
      </div>
    </details>
  )
}
