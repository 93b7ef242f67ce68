import type { InputHTMLAttributes } from 'react'
import { classNames } from '../class-names.ts'
import { Field, type FieldLook } from './field.tsx'
import { wiring, type FormField } from './form-field.ts'

type TextFieldProps = FieldLook & {
  field: FormField
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search'
  /** Registration numbers, codes, hashes. */
  mono?: boolean
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'autoFocus' | 'inputMode' | 'lang' | 'list' | 'onBlur' | 'onChange' | 'readOnly' | 'spellCheck'>

export function TextField({ field, label, hint, optional, type = 'text', mono = false, ...rest }: TextFieldProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input
        key={field.key}
        className={classNames('input', mono && 'mono')}
        type={type}
        defaultValue={field.defaultValue}
        minLength={field.minLength}
        maxLength={field.maxLength}
        pattern={field.pattern}
        {...wiring(field, { hint })}
        {...rest}
      />
    </Field>
  )
}
