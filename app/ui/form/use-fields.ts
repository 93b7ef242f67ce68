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
type Rest = Omit<FormField, 'id' | 'name' | 'label' | 'errors' | 'defaultValue' | 'defaultOptions'>

export type Fields<Name extends string = string> = {
  /** The field of that name with its label, what was typed, else what is stored, and its errors in the reader's language. */
  field: (name: Name, rest?: Rest) => FormField
  /** For ErrorSummary: one line a field that begins with its label, or the form's own sentence. */
  errors: FormError[]
  /** Field errors by input name, for RowTable. */
  byName: Record<string, string[] | undefined>
  /** For RowTable: the rows typed into inputs named `name[0].column`, else the stored ones. */
  rows: (name: string, stored?: Record<string, string>[]) => Record<string, string>[]
}

type Options<Name extends string> = {
  /** The fields' labels by name; a column of rows named `name[0].column` stands as `name[].column`. */
  labels: Record<Name, string>
  /** What is stored. */
  initial?: Initial
  /** Keeps ids apart where one page has several forms. */
  prefix?: string
}

/** Wires a form: `refused` is the action's data when it refused. */
export function useFields<Name extends string>(refused: object | null | undefined, { labels, initial = {}, prefix = '' }: Options<Name>): Fields<Name> {
  const t = useT()
  const form = isRefusedForm(refused) ? refused : undefined
  const problems = form?.problem.fields ?? []
  const idOf = (name: string) => prefix + name
  const byName: Fields['byName'] = {}
  for (const { field, key, data } of problems) (byName[field] ??= []).push(sentence(t, key, data))
  const where = (name: string, message: string) => sentenceAt(t, { label: labelOf(labels, name), row: rowOf(name), message })
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
        label: labelOf(labels, name) ?? name,
        errors: byName[name],
        ...(typeof typed === 'boolean' ? { defaultChecked: typed } : {}),
        ...(typeof typed === 'object' ? { defaultOptions: [...typed] } : {}),
        ...(typeof typed === 'string' || typeof typed === 'number' ? { defaultValue: String(typed) } : {}),
      }
    },
  }
}

const labelOf = (labels: Partial<Record<string, string>>, name: string) => labels[name.replace(/\[\d+\]/, '[]')]

/** The row that a field stands in, from 1; undefined outside a table. */
function rowOf(name: string): number | undefined {
  const [, index] = /\[(\d+)\]/.exec(name) ?? []
  return index === undefined ? undefined : Number(index) + 1
}

/** A label that is a sentence keeps its own end: no colon after it. */
function sentenceAt(t: Translate, { label, row, message }: { label?: string; row?: number; message: string }): string {
  if (label === undefined) return message
  const place = row === undefined ? label : t('ui.rows.cell', { column: label, row })
  return t(/[.?!。？！]$/.test(place) ? 'ui.form.errorAfter' : 'ui.form.errorAt', { label: place, message })
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
