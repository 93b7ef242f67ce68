import { FieldGroup, type FieldLook } from './field.tsx'
import type { FormField } from './form-field.ts'
import type { Choice } from './radio-group.tsx'

type CheckboxGroupProps = FieldLook & { field: FormField; choices: Choice[]; onChange?: (value: string, checked: boolean) => void }

/** Native checkboxes of one name, one whole row a choice. */
export function CheckboxGroup({ field, choices, onChange, ...look }: CheckboxGroupProps) {
  const chosen = field.defaultOptions ?? (field.defaultValue === undefined ? [] : [field.defaultValue])
  return (
    <FieldGroup field={field} {...look}>
      <div className="choices" key={field.key}>
        {choices.map(({ value, label, hint, disabled }, index) => (
          <label className="choice" key={value}>
            <input
              type="checkbox"
              id={index === 0 ? field.id : `${field.id}-${index}`}
              name={field.name}
              value={value}
              defaultChecked={chosen.includes(value)}
              disabled={disabled}
              onChange={onChange && ((event) => onChange(value, event.target.checked))}
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
