import { useLocation } from '@remix-run/react'
import { otherLocale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Icon } from '../icon.tsx'

/** Posts the other language to /locale as a plain form: the whole document comes back in it. */
export function LocaleSwitch() {
  const t = useT()
  const { pathname, search } = useLocation()
  const locale = otherLocale(t.locale)
  return (
    <form method="post" action="/locale">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button className="tool" name="locale" value={locale} lang={locale}>
        <Icon name="language" />
        {t(`common.language.${locale}`)}
      </button>
    </form>
  )
}
