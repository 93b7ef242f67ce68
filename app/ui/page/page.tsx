import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

/** The page's main part; the skip link and navigation put the focus here. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <main id="main" className={classNames('page', className)} tabIndex={-1}>
      {children}
    </main>
  )
}
