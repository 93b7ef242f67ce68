import { useT } from '#app/i18n/use-t.tsx'

export function SkipLink() {
  const t = useT()
  return (
    <a className="skip" href="#main">
      {t('ui.skip')}
    </a>
  )
}
