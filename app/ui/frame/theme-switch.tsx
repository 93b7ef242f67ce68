import { useLocation } from '@remix-run/react'
import { THEMES } from '#app/http/load-context.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { usePageSettings } from '../page-settings.tsx'

/** Posts light, dark or system to /theme as a plain form. */
export function ThemeSwitch() {
  const t = useT()
  const { theme } = usePageSettings()
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/theme" className="menu-part">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset>
        <legend className="menu-label">{t('ui.theme.label')}</legend>
        <div className="seg">
          {THEMES.map((each) => (
            <button key={each} name="theme" value={each} aria-pressed={each === theme}>
              {t(`ui.theme.${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
