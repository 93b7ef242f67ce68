import { z } from 'zod'
import { isCountryCode } from '../questionnaires/country-codes.ts'
import { choice, email, optionalId, optionalText, revision, text, ticked, wholeNumber } from '../input.ts'
import { isZone } from '../organisations/zones.ts'
import { SEVERITIES } from '../violations/severity.ts'
import { cleanRegNo, regNoProblem } from './reg-no.ts'

const country = z.preprocess((value) => value ?? '', z.string().min(1, 'form.required').refine(isCountryCode, 'form.choice'))
const regNo = z.preprocess((value) => (typeof value === 'string' ? cleanRegNo(value) || undefined : value), optionalText(64))
const website = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() || undefined : value),
  z.string().max(300, 'form.too_long?max=300').refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'vendors.website_wrong').optional(),
)

const identity = { name: text(200), nameAlt: optionalText(200), regNo, country, address: optionalText(300), website }

/** The number's own mistake stands at the number, in the words of the vendor's country. */
function checkRegNo(input: { regNo?: string; country: string }, context: z.RefinementCtx) {
  const key = input.regNo && regNoProblem(input.regNo, input.country)
  if (key) context.addIssue({ code: 'custom', path: ['regNo'], message: key })
}

/** A new vendor and what it is wanted for. */
export const CreateVendorInput = z
  .object({ ...identity, service: text(200), ownerId: optionalId, notDuplicate: ticked })
  .superRefine(checkRegNo)
export type CreateVendorInput = z.infer<typeof CreateVendorInput>

export const UpdateVendorInput = z
  .object({ ...identity, ownerId: optionalId, complianceId: optionalId, revision })
  .superRefine(checkRegNo)
export type UpdateVendorInput = z.infer<typeof UpdateVendorInput>

const zone = z.preprocess((value) => value ?? '', z.string().min(1, 'form.required').refine(isZone, 'form.choice'))

export const ContactInput = z.object({
  name: text(100),
  email,
  phone: optionalText(40),
  title: optionalText(100),
  language: choice(['zh-CN', 'en']),
  zone,
  isPrimary: ticked,
  isSignatory: ticked,
})
export type ContactInput = z.infer<typeof ContactInput>

export const UpdateContactInput = ContactInput.extend({ revision })
export type UpdateContactInput = z.infer<typeof UpdateContactInput>

/** DPA-32: a suspension names its ground and how grave it is. */
export const SuspendSupplyInput = z.object({ reason: text(1000, 10), severity: choice(SEVERITIES) })
export type SuspendSupplyInput = z.infer<typeof SuspendSupplyInput>

export const ResumeSupplyInput = z.object({ reason: text(1000, 10) })
export type ResumeSupplyInput = z.infer<typeof ResumeSupplyInput>

export const WithdrawVendorInput = z.object({ reason: text(1000, 10) })
export type WithdrawVendorInput = z.infer<typeof WithdrawVendorInput>

/** One supply of customer information (PC-16). */
export const RegisterTransferInput = z.object({
  agreementId: optionalId,
  infoTypes: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
    z.array(z.string().max(64, 'form.choice')).min(1, 'form.required').max(50, 'form.choice'),
  ),
  subjectCount: wholeNumber(1, 2_000_000_000),
  purpose: text(300),
  scenario: text(300),
})
export type RegisterTransferInput = z.infer<typeof RegisterTransferInput>
