import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { Problem, type FieldProblem } from '#app/domain/errors.ts'

/** What a page gets back from a refused form: which sentence where, and every value as typed. */
export type FormRefusal = {
  problem: { code: string; key: string; data: Record<string, unknown>; fields: FieldProblem[] }
  values: Record<string, string | string[]>
}

/** Parses a form by its schema or throws Problem('invalid') with one message a field. */
export function parseForm<T extends z.ZodType>(form: FormData, schema: T): z.infer<T> {
  const submission = parseWithZod(form, { schema, disableAutoCoercion: true })
  if (submission.status === 'success') return submission.value as z.infer<T>
  const fields = Object.entries(submission.error ?? {}).flatMap(([field, messages]) => {
    const message = messages?.[0]
    return message === undefined ? [] : [{ field, ...readMessage(message) }]
  })
  throw new Problem('invalid', 'form.check', {}, fields)
}

/** 'form.too_long?max=200' → key and values. */
export function readMessage(message: string): { key: string; data: Record<string, string> } {
  const [key = '', query] = message.split('?')
  return { key, data: Object.fromEntries(new URLSearchParams(query)) }
}

/** Text values of a form as typed; files and passwords do not come back. */
export function typedValues(form: FormData): FormRefusal['values'] {
  const values: FormRefusal['values'] = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /password|^_/i.test(name)) continue
    const known = values[name]
    values[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return values
}
