import { useId, type ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Clause } from '../risk/clause.tsx'

type StepProps = { title: string; clause?: string; children: ReactNode; actions?: ReactNode }

/** The next legal step: what to do, why, by when, what does not clear it; the margin cites the law. */
export function Step({ title, clause, children, actions }: StepProps) {
  const t = useT()
  const heading = useId()
  return (
    <section className="step" aria-labelledby={heading}>
      <div className="margin">
        <span>{t('ui.step')}</span>
        {clause !== undefined && <Clause id={clause} />}
      </div>
      <div>
        <h2 id={heading}>{title}</h2>
        {children}
        {actions !== undefined && <div className="btn-row">{actions}</div>}
      </div>
    </section>
  )
}
