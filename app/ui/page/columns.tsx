import type { ReactNode } from 'react'

/** Main column and a rail of facts behind one hairline; below 1200 px the rail follows. */
export function Columns({ rail, railLabel, children }: { rail: ReactNode; railLabel: string; children: ReactNode }) {
  return (
    <div className="cols">
      <div>{children}</div>
      <aside className="rail" aria-label={railLabel}>
        {rail}
      </aside>
    </div>
  )
}
