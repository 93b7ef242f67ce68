import type { ReactNode } from 'react'
import type { Locale } from '#app/i18n/locale.ts'
import { Tabs, type Tab } from './tabs.tsx'

type SubjectHeaderProps = {
  /** What the header is about, for screen readers: 'Vendor'. */
  label: string
  title: string
  /** The name in the other language. */
  alias?: { name: string; lang: Locale }
  number?: string
  actions?: ReactNode
  /** Tier, band, status, flags, owner: one line of badges and `<Held>`s. */
  children: ReactNode
  tabs?: { label: string; items: Tab[] }
  /** A line that only paper shows: organisation, person and time. */
  printed?: { left: string; right: string }
}

/** Stays above every page about one vendor or case. */
export function SubjectHeader({ label, title, alias, number, actions, children, tabs, printed }: SubjectHeaderProps) {
  return (
    <section className="vendor-head" aria-label={label}>
      <div className="inner">
        {printed && (
          <div className="print-only">
            <div className="print-head">
              <span>{printed.left}</span>
              <span>{printed.right}</span>
            </div>
          </div>
        )}
        <div className="top">
          <div>
            <h1>{title}</h1>
            {(alias !== undefined || number !== undefined) && (
              <p className="alt">
                {alias && <span lang={alias.lang}>{alias.name}</span>}
                {number !== undefined && <span className="mono">{number}</span>}
              </p>
            )}
          </div>
          {actions !== undefined && <div className="btn-row">{actions}</div>}
        </div>
        <div className="idline">{children}</div>
        {tabs && <Tabs tabs={tabs.items} label={tabs.label} />}
      </div>
    </section>
  )
}

/** Who holds an office, in the header's line: 'Owner Lin Jiayi'. */
export function Held({ office, by }: { office: string; by: string }) {
  return (
    <span>
      <span className="k">{office}</span>
      {by}
    </span>
  )
}
