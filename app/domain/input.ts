import { z } from 'zod'
import { Problem } from './errors.ts'
import { isCalendarDate } from './organisations/calendar-dates.ts'

// Pieces that every form is made of. A message is a key of the `form` catalogue, with its values after '?'.

const REQUIRED = 'form.required'

/** Controls and bidirectional overrides have no place in a line of text; they are dropped, never stored. */
const clean = (value: unknown) =>
  typeof value === 'string' ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim() : value

export const text = (max = 200, min = 1) =>
  z.preprocess(
    (value) => clean(value) ?? '',
    z
      .string({ error: REQUIRED })
      .min(1, REQUIRED)
      .min(min, `form.too_short?min=${min}`)
      .max(max, `form.too_long?max=${max}`),
  )

export const optionalText = (max = 200) =>
  z.preprocess((value) => clean(value) || undefined, z.string().max(max, `form.too_long?max=${max}`).optional())

export const email = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC').trim().toLowerCase() : ''),
  z.string().min(1, REQUIRED).max(254, 'form.too_long?max=254').regex(/^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/, 'form.email'),
)

export const calendarDate = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() : ''),
  z.string().min(1, REQUIRED).refine(isCalendarDate, 'form.date'),
)

export const optionalDate = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
  z.string().refine(isCalendarDate, 'form.date').optional(),
)

export const id = z.preprocess((value) => value ?? '', z.string().min(1, REQUIRED).regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'form.choice'))

export const optionalId = z.preprocess((value) => value || undefined, id.optional())

export const wholeNumber = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value.trim()) : value === '' ? undefined : value),
    z
      .number({ error: (issue) => (issue.input === undefined ? REQUIRED : 'form.number') })
      .int('form.whole_number')
      .min(min, `form.too_small?min=${min}`)
      .max(max, `form.too_large?max=${max}`),
  )

export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: (issue) => (issue.input === undefined || issue.input === '' ? REQUIRED : 'form.choice') })

/** Repeated fields of one name; a single one arrives as a string. */
export const choices = <const T extends readonly [string, ...string[]]>(values: T, min = 1) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
    z.array(z.enum(values, { error: 'form.choice' })).min(min, REQUIRED),
  )

export const ticked = z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean())

/** The revision that the form was drawn from: somebody else's later change is a conflict, not a loss. */
export const revision = z.coerce.number({ error: 'form.choice' }).int().min(1)

/** Guards a query against an address that is no id at all: not found, like any other that leads nowhere. */
export function asId(value: string | undefined): string {
  if (!id.safeParse(value).success) throw new Problem('not-found', 'errors.not_found')
  return value as string // the schema has just said so
}
