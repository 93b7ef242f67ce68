import type { ReactNode } from 'react'
import { FieldGroup, type FieldLook } from './field.tsx'
import type { FormField } from './form-field.ts'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = FieldLook & {
  field: FormField
  choices: Choice[]
  /** Two or three short words side by side instead of one a row. */
  inRow?: boolean
  onChange?: (value: string) => void
}

/** Native radios, one whole row a choice. An error summary's link lands on the first. */
export function RadioGroup({ field, choices, inRow = false, onChange, ...look }: RadioGroupProps) {
  return (
    <FieldGroup field={field} {...look}>
      <div className={inRow ? 'choices-row' : 'choices'} key={field.key}>
        {choices.map(({ value, label, hint, disabled }, index) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              id={index === 0 ? field.id : `${field.id}-${index}`}
              name={field.name}
              value={value}
              defaultChecked={field.defaultValue === value}
              disabled={disabled}
              required={field.required}
              onChange={onChange && (() => onChange(value))}
            />
            <span>
              {label}
              {hint !== undefined && <span className="sub">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
