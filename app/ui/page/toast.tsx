import { useEffect, useState, type ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { announce } from '../announce.ts'
import { Icon } from '../icon.tsx'

const STAYS_MS = 8_000

/** Says what was done, politely, for eight seconds (longer while it is looked at); `undo` may take it back. */
export function Toast({ message, undo }: { message: string; undo?: ReactNode }) {
  const t = useT()
  const [shown, setShown] = useState(true)
  const [held, setHeld] = useState(false)
  useEffect(() => announce(message), [message])
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => setShown(false), STAYS_MS)
    return () => clearTimeout(timer)
  }, [held])
  if (!shown) return null
  return (
    <section
      className="toast toast-place"
      aria-label={t('ui.toast.label')}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name="check" />
      <span>{message}</span>
      <span className="btn-row">
        {undo}
        <button type="button" className="btn btn-sm" aria-label={t('ui.toast.close')} onClick={() => setShown(false)}>
          <Icon name="x" />
        </button>
      </span>
    </section>
  )
}
