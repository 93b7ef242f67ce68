import { z } from 'zod'
import { LOCALES } from '#app/i18n/locale.ts'
import { calendarDate, choice, email, optionalId, optionalText, revision, text } from '../input.ts'

const Person = z.object({
  contactId: optionalId,
  name: optionalText(200),
  email: z.preprocess((value) => value || undefined, email.optional()),
  title: optionalText(200),
  language: choice(LOCALES).default('zh-CN'),
})

/** A person that is known, or a new one by name and address. */
const knownOrNew = (given: z.infer<typeof Person>, ctx: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void }) => {
  if (given.contactId) return
  if (!given.name) ctx.addIssue({ code: 'custom', path: ['name'], message: 'form.required' })
  if (!given.email) ctx.addIssue({ code: 'custom', path: ['email'], message: 'form.required' })
}

/** The dialog that sends a questionnaire: to whom, by when, and a word besides. */
export const SendAssessmentInput = Person.extend({ dueOn: calendarDate, message: optionalText(1000) }).superRefine(knownOrNew)
export const ResendAssessmentInput = Person.superRefine(knownOrNew)
/** Whom a section goes to. */
export const HandInput = ResendAssessmentInput

export const ExtendAssessmentInput = z.object({ dueOn: calendarDate, reason: text(1000, 10), revision })
export const WithdrawAssessmentInput = z.object({ reason: text(1000, 10), revision })
export const AttestationInput = z.object({ name: text(200), role: text(200), confirmed: z.preprocess((value) => value === 'on', z.literal(true, { error: 'portal.check.confirm_first' })) })
export const ReplyInput = z.object({ reply: text(4000) })

const Words = z.string().max(20_000, 'form.too_long?max=20000')
const Cell = z.union([Words, z.number(), z.array(Words).max(300)])

/** One answer as the page's script sends it; what it may be is the question's to say. */
export const AnswerInput = z.object({
  answer: z.preprocess(
    (value) => (typeof value === 'string' ? parsed(value) : value),
    z.object({
      value: z.union([Words, z.number(), z.array(Words).max(300), z.array(z.record(z.string(), Cell)).max(300)]).optional(),
      isNa: z.boolean(),
      naReason: Words.optional(),
      note: Words.optional(),
    }),
  ),
  revision: z.coerce.number().int().min(0),
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The person that a form named, once its schema has passed. */
export function recipientChoice({ contactId, name = '', email: address = '', title, language }: z.infer<typeof Person>) {
  return contactId ? { contactId } : { name, email: address, title, language }
}
