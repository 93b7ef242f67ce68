/** What a control needs to know of its field. */
export type FormField = {
  id: string
  name: string
  /** What it is called, at its control and in the summary of errors. */
  label: string
  key?: string
  errors?: string[]
  defaultValue?: string
  defaultOptions?: string[]
  defaultChecked?: boolean
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
}

/** A field without a form library: the id is the name's. */
export function formField(name: string, rest: Omit<FormField, 'id' | 'name'> & { id?: string }): FormField {
  return { ...rest, name, id: rest.id ?? name }
}

type Wiring = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string; required?: boolean }

/** Ids that tie label, hint, unit and error to a control. */
export function wiring(field: FormField, parts: { hint?: unknown; unit?: unknown } = {}): Wiring {
  const invalid = (field.errors?.length ?? 0) > 0
  const described = [parts.unit !== undefined && `${field.id}-unit`, parts.hint !== undefined && `${field.id}-hint`, invalid && `${field.id}-error`]
  return {
    id: field.id,
    name: field.name,
    'aria-invalid': invalid || undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    required: field.required,
  }
}
