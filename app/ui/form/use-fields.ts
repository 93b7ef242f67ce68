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
  /** For RowTable: the rows typed into inputs named `name[0].column`, else the stored ones. */
  rows: (name: string, stored?: Record<string, string>[]) => Record<string, string>[]
}

type Options = {
  /** What is stored. */
  initial?: Initial
  /** The fields' labels by name, so that the summary can say where. */
  labels?: Record<string, string>
  /** Keeps ids apart where one page has several forms. */
  prefix?: string
}

/** Wires a form: `refused` is the action's data when it refused. */
export function useFields(refused: object | null | undefined, { initial = {}, labels = {}, prefix = '' }: Options = {}): Fields {
  const t = useT()
  const form = isRefusedForm(refused) ? refused : undefined
  const problems = form?.problem.fields ?? []
  const idOf = (name: string) => prefix + name
  const byName: Fields['byName'] = {}
  for (const { field, key, data } of problems) (byName[field] ??= []).push(sentence(t, key, data))
  const where = (name: string, message: string) =>
    labels[name] === undefined ? message : t('ui.form.errorAt', { label: labels[name], message })
  const lines = Object.entries(byName).flatMap(([name, messages = []]) => messages.map((message) => ({ id: idOf(name), message: where(name, message) })))
  const whole = form && [{ message: sentence(t, form.problem.key, form.problem.data) }]
  return {
    byName,
    rows: (name, stored = []) => (form === undefined ? stored : rowsOf(form.values, name)),
    errors: lines.length > 0 ? lines : (whole ?? []),
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

function rowsOf(values: RefusedForm['values'], name: string): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  for (const [key, value] of Object.entries(values)) {
    const [, index, column] = key.startsWith(`${name}[`) ? (/\[(\d{1,4})\]\.(\w+)$/.exec(key) ?? []) : []
    if (column !== undefined && typeof value === 'string') (rows[Number(index)] ??= {})[column] = value
  }
  return rows.filter(Boolean)
}

const sentence = (t: Translate, key: string, data?: Record<string, unknown>) => t.from(key, data as Values | undefined, 'errors.invalid.title')

function isRefusedForm(data: unknown): data is RefusedForm {
  return typeof data === 'object' && data !== null && 'problem' in data && 'values' in data
}
