import type { z } from 'zod'
import { Problem } from '#app/domain/errors.ts'
import { readMessage } from './forms.server.ts'

/** Parses a JSON body by the schema of the form that does the same; throws Problem invalid with the fields that are wrong. */
export function parseJson<T extends z.ZodType>(body: unknown, schema: T): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const seen = new Set<string>()
  const fields = parsed.error.issues.flatMap((issue) => {
    const field = issue.path.join('.')
    if (seen.has(field)) return []
    seen.add(field)
    return [{ field, ...readMessage(issue.message.startsWith('form.') || issue.message.startsWith('vendors.') ? issue.message : 'form.choice') }]
  })
  throw new Problem('invalid', 'form.check', {}, fields)
}
