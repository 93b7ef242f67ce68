import type { ReactNode } from 'react'
import { Mark } from '../mark.tsx'
import { wiring, type FormField } from './form-field.ts'

/** One yes or no. Sends `value` (default 'on') when ticked, nothing when not. */
export function Checkbox({ field, label, hint, value = 'on' }: { field: FormField; label?: ReactNode; hint?: ReactNode; value?: string }) {
  return (
    <div className="field">
      <label className="choice">
        <input key={field.key} type="checkbox" value={value} defaultChecked={field.defaultChecked ?? field.defaultValue === value} {...wiring(field, { hint })} />
        <span>{label ?? field.label}</span>
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      {field.errors?.[0] !== undefined && (
        <p className="error" id={`${field.id}-error`}>
          <Mark name="critical" />
          <span>{field.errors[0]}</span>
        </p>
      )}
    </div>
  )
}
