import type { ReactNode } from 'react'

/** Nothing here: one sentence on why, one on what to do, the action itself. */
export function Empty({ title, actions, children }: { title: string; actions?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="btn-row">{actions}</div>}
    </div>
  )
}
