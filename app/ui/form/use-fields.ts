import type { Key } from '#app/i18n/catalogue.ts'
import type { Translate, Values } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { FormError } from './error-summary.tsx'
import type { FormField } from './form-field.ts'

/** A refused form as app/http/forms.server.ts sends it back: which sentence where, and every value as typed. */
export type RefusedForm = {
  problem: { key: string; data?: Record<string, unknown>; fields: { field: string; key: string; data?: Record<string, unknown> }[] }
  values: Record<string, string | string[]>
}

type Initial = Record<string, string | number | boolean | readonly string[] | undefined>
type Rest = Omit<FormField, 'id' | 'name' | 'errors' | 'defaultValue' | 'defaultOptions'>

export type Fields = {
  /** The field of that name with what was typed, else what is stored, and its errors in the reader's language. */
  field: (name: string, rest?: Rest) => FormField
  /** For ErrorSummary: one line a field, or the form's own sentence. */
  errors: FormError[]
  /** Field errors by input name, for RowTable. */
  byName: Record<string, string[] | undefined>
}

/** Wires a form: `refused` is the action's data when it refused, `initial` what is stored; `prefix` keeps ids apart where one page has several forms. */
export function useFields(refused: RefusedForm | object | null | undefined, initial: Initial = {}, prefix = ''): Fields {
  const t = useT()
  const form = isRefusedForm(refused) ? refused : undefined
  const problems = form?.problem.fields ?? []
  const idOf = (name: string) => prefix + name
  const byName: Fields['byName'] = {}
  for (const { field, key, data } of problems) (byName[field] ??= []).push(sentence(t, key, data))
  return {
    byName,
    errors: form === undefined ? [] : problems.length > 0 ? Object.entries(byName).flatMap(lines(idOf)) : [{ message: sentence(t, form.problem.key, form.problem.data) }],
    field: (name, rest) => {
      const typed = form === undefined ? initial[name] : (form.values[name] ?? (typeof initial[name] === 'boolean' ? false : undefined))
      return {
        ...rest,
        id: idOf(name),
        name,
        errors: byName[name],
        ...(typeof typed === 'boolean' ? { defaultChecked: typed } : {}),
        ...(typeof typed === 'object' ? { defaultOptions: [...typed] } : {}),
        ...(typeof typed === 'string' || typeof typed === 'number' ? { defaultValue: String(typed) } : {}),
      }
    },
  }
}

const lines =
  (idOf: (name: string) => string) =>
  ([name, messages]: [string, string[] | undefined]): FormError[] =>
    (messages ?? []).map((message) => ({ id: idOf(name), message }))

const sentence = (t: Translate, key: string, data?: Record<string, unknown>) => t.from(key, data as Values, 'errors.invalid.title' satisfies Key)

function isRefusedForm(data: unknown): data is RefusedForm {
  return typeof data === 'object' && data !== null && 'problem' in data && 'values' in data
}
