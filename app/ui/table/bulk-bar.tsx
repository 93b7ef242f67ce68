import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

/** What can be done with the rows that are ticked; `children` are small buttons. */
export function BulkBar({ count, label, children }: { count: number; label: string; children: ReactNode }) {
  const t = useT()
  if (count === 0) return null
  return (
    <div className="bulk" role="region" aria-label={label}>
      <b>{t('ui.table.selected', { count })}</b>
      {children}
    </div>
  )
}
