import { useT } from '#app/i18n/use-t.tsx'
import { Field, type FieldLook } from './field.tsx'
import { wiring, type FormField } from './form-field.ts'

export type Option = { value: string; label: string; disabled?: boolean }

type SelectProps = FieldLook & {
  field: FormField
  options: Option[]
  /** The first, empty choice; leave it out where one option always holds. */
  placeholder?: string | false
  onChange?: (value: string) => void
}

/** The browser's own select: works without JavaScript and on phones. */
export function Select({ field, label, hint, optional, options, placeholder, onChange }: SelectProps) {
  const t = useT()
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <select
        key={field.key}
        className="input"
        defaultValue={field.defaultValue ?? (placeholder === false ? undefined : '')}
        onChange={onChange && ((event) => onChange(event.target.value))}
        {...wiring(field, { hint })}
      >
        {placeholder !== false && <option value="">{placeholder ?? t('ui.form.choose')}</option>}
        {options.map(({ value, label: word, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {word}
          </option>
        ))}
      </select>
    </Field>
  )
}
