import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'

/** A file to take away: the browser loads it by itself. */
export function DownloadLink({ to, small, children }: { to: string; small?: boolean; children: ReactNode }) {
  return (
    <a className={classNames('btn', small && 'btn-sm')} href={to}>
      <Icon name="download" />
      {children}
    </a>
  )
}
