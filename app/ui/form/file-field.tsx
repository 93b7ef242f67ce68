import type { InputHTMLAttributes } from 'react'
import { Field, type FieldLook } from './field.tsx'
import { wiring, type FormField } from './form-field.ts'

type FileFieldProps = FieldLook & { field: FormField } & Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'multiple' | 'onChange'>

/** The browser's own file picker; say in the hint what is taken and how large. */
export function FileField({ field, label, hint, optional, ...rest }: FileFieldProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input key={field.key} className="input-file" type="file" {...wiring(field, { hint })} {...rest} />
    </Field>
  )
}
