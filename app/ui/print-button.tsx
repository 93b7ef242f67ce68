import { useT } from '#app/i18n/use-t.tsx'
import { Button } from './button.tsx'
import { useHydrated } from './use-hydrated.ts'

/** Opens the browser's print dialog; every page has a paper form. Without JavaScript the browser's own menu does it. */
export function PrintButton() {
  const t = useT()
  if (!useHydrated()) return null
  return (
    <Button icon="print" onClick={() => window.print()}>
      {t('common.action.print')}
    </Button>
  )
}
