import { useT } from '#app/i18n/use-t.tsx'
import { jumpTo } from '../jump-to.ts'

export function SkipLink() {
  const t = useT()
  return (
    <a className="skip" href="#main" onClick={jumpTo}>
      {t('ui.skip')}
    </a>
  )
}
