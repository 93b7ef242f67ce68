import { z } from 'zod'
import { choices, id, text } from '../input.ts'
import { AGREEMENT_STATUSES } from './agreement.ts'

/** What a signer says and confirms; the digest is the one that the page showed. */
export const SigningInput = z.object({
  name: text(100),
  role: text(100),
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'form.choice'),
  consent: z.preprocess((value) => value ?? '', z.literal('on', { error: 'form.required' })),
})
export type SigningInput = z.infer<typeof SigningInput>

/** Why a draft goes back, an agreement is voided or a vendor declines. */
export const ReasonInput = z.object({ reason: text(1000, 10) })
export type ReasonInput = z.infer<typeof ReasonInput>

/** The contact that a link to the agreement is made for. */
export const LinkInput = z.object({ contactId: id })

const KEY = z.tuple([z.union([z.literal(0), z.literal(1)]), z.iso.date(), z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)])
/** Where a page of the register goes on: whether ended, the last day, the id. */
export type AgreementKey = z.infer<typeof KEY>

/** The address of the register. */
export const AgreementListInput = z.object({
  q: z.string().max(200).catch('').transform((value) => value.normalize('NFKC').replace(/\s+/g, ' ').trim()),
  status: choices(AGREEMENT_STATUSES, 0),
  /** Only what ends within 90 days. */
  ending: z.literal('soon').optional().catch(undefined),
  after: z.string().max(400).optional().transform(readKey),
  before: z.string().max(400).optional().transform(readKey),
})
export type AgreementListQuery = z.infer<typeof AgreementListInput>

export function writeKey(key: AgreementKey): string {
  return key.join('~')
}

/** A key that nobody wrote leads to the first page. */
function readKey(text: string | undefined): AgreementKey | undefined {
  const [ended, on, id] = (text ?? '').split('~')
  const parsed = KEY.safeParse([Number(ended), on, id])
  return parsed.success ? parsed.data : undefined
}
