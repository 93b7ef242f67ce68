import { Field, type FieldLook } from './field.tsx'
import { wiring, type FormField } from './form-field.ts'

/** A calendar date by the browser's own picker; the value is YYYY-MM-DD. */
export function DateField({ field, label, hint, optional }: FieldLook & { field: FormField }) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input
        key={field.key}
        className="input input-date"
        type="date"
        defaultValue={field.defaultValue}
        min={field.min}
        max={field.max}
        {...wiring(field, { hint })}
      />
    </Field>
  )
}
