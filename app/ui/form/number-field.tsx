import type { ReactNode } from 'react'
import { Field, type FieldLook } from './field.tsx'
import { wiring, type FormField } from './form-field.ts'

type NumberFieldProps = FieldLook & {
  field: FormField
  /** 'days', 'people': read after the figure. */
  unit?: ReactNode
  decimal?: boolean
}

/** A figure with its unit. Text with a number pad: the wheel cannot change it, and half-typed input is kept. */
export function NumberField({ field, label, hint, optional, unit, decimal = false }: NumberFieldProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <div className="input-unit">
        <input
          key={field.key}
          className="input"
          inputMode={decimal ? 'decimal' : 'numeric'}
          autoComplete="off"
          defaultValue={field.defaultValue}
          {...wiring(field, { hint, unit })}
        />
        {unit !== undefined && <span id={`${field.id}-unit`}>{unit}</span>}
      </div>
    </Field>
  )
}
