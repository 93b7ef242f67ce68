import type { Context } from '../context.server.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import type { AgreementStatus } from './agreement.ts'
import { draftOf } from './draft-of.server.ts'
import type { Draft } from './draft.ts'
import { getAgreement, listSignatures } from './queries.server.ts'

export type AgreementFile = {
  number: string
  status: AgreementStatus
  draft: Draft
  digest?: string
  signatures: { party: 'company' | 'vendor'; name: string; role: string; signedAt: Date; digest: string; method: 'click' }[]
  issuedAt: Date
  zone: string
}

/** What the agreement's PDF is drawn from: the frozen text once there is one, else the draft of this moment. */
export async function getAgreementFile(ctx: Context, agreementId: string): Promise<AgreementFile> {
  const agreement = await getAgreement(ctx, agreementId)
  const { zone } = await getOrganisation(ctx)
  const signed = (await listSignatures(ctx, agreement)).map(({ party, name, role, signedAt, digest }) => ({ party, name, role, signedAt, digest, method: 'click' as const }))
  const draft = agreement.frozenDraft ?? (await draftOf(ctx, agreement)).draft
  return {
    number: agreement.number,
    status: agreement.status,
    draft,
    ...(agreement.digest && { digest: agreement.digest }),
    signatures: signed,
    issuedAt: signed.at(-1)?.signedAt ?? agreement.sentAt ?? agreement.updatedAt,
    zone,
  }
}
