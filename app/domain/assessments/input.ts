import { z } from 'zod'
import { LOCALES } from '#app/i18n/locale.ts'
import { calendarDate, choice, email, optionalId, optionalText, revision, text } from '../input.ts'

/** The dialog that sends a questionnaire: a contact of the vendor, or a new one by name and address. */
export const SendAssessmentInput = z
  .object({
    contactId: optionalId,
    name: optionalText(200),
    email: z.preprocess((value) => value || undefined, email.optional()),
    language: choice(LOCALES).default('zh-CN'),
    dueOn: calendarDate,
    message: optionalText(1000),
  })
  .superRefine((given, ctx) => {
    if (given.contactId) return
    if (!given.name) ctx.addIssue({ code: 'custom', path: ['name'], message: 'form.required' })
    if (!given.email) ctx.addIssue({ code: 'custom', path: ['email'], message: 'form.required' })
  })
export type SendAssessmentInput = z.infer<typeof SendAssessmentInput>

export const ExtendAssessmentInput = z.object({ dueOn: calendarDate, reason: text(1000, 10), revision })
export const WithdrawAssessmentInput = z.object({ reason: text(1000, 10), revision })
export const AttestationInput = z.object({ name: text(200), role: text(200), confirmed: z.preprocess((value) => value === 'on', z.literal(true, { error: 'assessments.confirm_first' })) })
export const ReplyInput = z.object({ reply: text(4000) })
