import { z } from 'zod'
import { LANGUAGES, NewPersonInput } from '../identity/input.ts'
import { ROLES } from '../identity/actor.ts'
import { calendarDate, choice, choices, email, id, optionalText, revision, text, ticked } from '../input.ts'
import { isCountryCode } from '../questionnaires/country-codes.ts'
import { checkCreditCode } from '../questionnaires/credit-code.ts'
import { isZone } from './zones.ts'

/** Codes are compared: full-width digits, spaces and lower case are the same code. */
const code = z.preprocess((value) => (typeof value === 'string' ? value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase() : value), optionalText(60))

const organisation = z.object({
  name: text(200),
  nameAlt: optionalText(200),
  country: z.preprocess((value) => value ?? '', z.string().min(1, 'form.required').refine(isCountryCode, 'form.choice')),
  regNo: code,
  address: optionalText(300),
  zone: z.preprocess((value) => value ?? '', z.string().min(1, 'form.required').refine(isZone, 'form.choice')),
  language: choice(LANGUAGES),
  // The unit that answers for customer information is mandatory (PC-20, R6.1.1).
  unitDepartment: text(120),
  unitLead: text(120),
  unitPhone: z.preprocess((value) => (typeof value === 'string' ? value.normalize('NFKC').trim() : ''), z.string().min(1, 'form.required').regex(/^\+?[\d ()\-/.]{5,30}$/, 'organisations.form.phone')),
  unitEmail: email,
})

/** In China the registration number is the 统一社会信用代码, with its check digit; the first agreement asks for it at the latest. */
const withCreditCode = <T extends typeof organisation>(schema: T) =>
  schema.superRefine((value, ctx) => {
    const { country, regNo } = value as z.infer<typeof organisation>
    if (country === 'CN' && regNo !== undefined && !checkCreditCode(regNo)) ctx.addIssue({ code: 'custom', path: ['regNo'], message: 'organisations.form.credit_code' })
  })

export type OrganisationInput = z.infer<typeof organisation>
export const OrganisationInput = withCreditCode(organisation)
export const UpdateOrganisationInput = withCreditCode(organisation.extend({ revision }))
export type UpdateOrganisationInput = z.infer<typeof UpdateOrganisationInput>

/** `once` is the page's token and becomes the organisation's id: the same form sent twice registers once. */
export const RegisterInput = withCreditCode(organisation.extend({ once: id, adminName: NewPersonInput.shape.name, adminEmail: email, password: NewPersonInput.shape.password }))
export type RegisterInput = z.infer<typeof RegisterInput>

export const RemoveDemoInput = z.object({ sure: ticked.refine((sure) => sure, 'form.required') })

export const MemberInput = z.object({ roles: choices(ROLES), revision })

export const CalendarDayInput = z.object({ day: calendarDate, kind: choice(['holiday', 'work_day']) })
export type CalendarDayInput = z.infer<typeof CalendarDayInput>
export const RemoveDayInput = z.object({ day: calendarDate })
export const LoadTableInput = z.object({ year: z.coerce.number({ error: 'form.number' }).int('form.whole_number').min(2000, 'form.choice').max(2100, 'form.choice') })
