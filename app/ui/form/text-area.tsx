import type { TextareaHTMLAttributes } from 'react'
import { Field, type FieldLook } from './field.tsx'
import { wiring, type FormField } from './form-field.ts'

type TextAreaProps = FieldLook & { field: FormField } & Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'autoFocus' | 'lang' | 'onBlur' | 'onChange' | 'readOnly' | 'rows'
  >

export function TextArea({ field, label, hint, optional, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <textarea
        key={field.key}
        className="input"
        rows={rows}
        defaultValue={field.defaultValue}
        minLength={field.minLength}
        maxLength={field.maxLength}
        {...wiring(field, { hint })}
        {...rest}
      />
    </Field>
  )
}
