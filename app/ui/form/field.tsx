import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Mark } from '../mark.tsx'
import type { FormField } from './form-field.ts'

/** What every field shows around its control: its label, or `label` where more than that is shown. `optional` says so after it. */
export type FieldLook = { label?: ReactNode; hint?: ReactNode; optional?: boolean }

/** Label above, control, hint and error below. */
export function Field({ field, label, hint, optional, children }: FieldLook & { field: FormField; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={field.id}>
        <Label optional={optional}>{label ?? field.label}</Label>
      </label>
      {children}
      <Below field={field} hint={hint} />
    </div>
  )
}

/** A fieldset around several controls that answer one question. */
export function FieldGroup({ field, label, hint, optional, children }: FieldLook & { field: FormField; children: ReactNode }) {
  const invalid = (field.errors?.length ?? 0) > 0
  return (
    <fieldset
      className="field"
      aria-describedby={[hint !== undefined && `${field.id}-hint`, invalid && `${field.id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend className="label">
        <Label optional={optional}>{label ?? field.label}</Label>
      </legend>
      {children}
      <Below field={field} hint={hint} />
    </fieldset>
  )
}

function Label({ optional, children }: { optional?: boolean; children: ReactNode }) {
  const t = useT()
  return (
    <>
      {children}
      {optional && <span className="optional">{t('ui.form.optional')}</span>}
    </>
  )
}

function Below({ field, hint }: { field: FormField; hint?: ReactNode }) {
  return (
    <>
      {hint !== undefined && (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      {field.errors && field.errors.length > 0 && (
        <div id={`${field.id}-error`}>
          {field.errors.map((error) => (
            <p className="error" key={error}>
              <Mark name="critical" />
              <span>{error}</span>
            </p>
          ))}
        </div>
      )}
    </>
  )
}
