import { useNavigation } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { jumpTo } from '../jump-to.ts'
import { Mark } from '../mark.tsx'

/** One thing to put right and the id of its field; a whole form's trouble has none. */
export type FormError = { id?: string; message: string }

/** Stands above the form, takes the focus each time a refused form comes back, and leads to each field. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  const t = useT()
  const heading = useId()
  const ref = useRef<HTMLDivElement>(null)
  const told = errors.map(({ id, message }) => `${id} ${message}`).join('\n')
  const settled = useNavigation().state === 'idle'
  useEffect(() => {
    if (settled && told !== '') ref.current?.focus()
  }, [settled, told])
  if (errors.length === 0) return null
  return (
    <div className="summary" role="group" aria-labelledby={heading} tabIndex={-1} ref={ref}>
      <h2 id={heading}>
        <Mark name="critical" />
        {t('ui.form.errors', { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            {id === undefined ? (
              message
            ) : (
              <a href={`#${id}`} onClick={jumpTo}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
