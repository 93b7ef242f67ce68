import { useId, type ReactNode } from 'react'

type ProgressProps = { label: ReactNode; done: number; total: number; hint?: ReactNode; figures?: ReactNode }

/** Long work that may be left: a native bar, what is done and how long it takes. */
export function Progress({ label, done, total, hint, figures }: ProgressProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={done} max={total} />
      <p className="hint progress-line">
        <span>{hint}</span>
        <span className="num">{figures}</span>
      </p>
    </div>
  )
}
