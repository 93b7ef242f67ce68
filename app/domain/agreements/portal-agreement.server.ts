import { and, eq } from 'drizzle-orm'
import { engagements } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { agreementCan } from './agreement.ts'
import { listAgreementActs } from './agreement-acts.server.ts'
import { getAgreement, listSignatures } from './queries.server.ts'
import { printedText } from './read-agreement.server.ts'

/** An agreement as its vendor sees it: the frozen text, who signed, whether it may sign now. Nothing of the company's own notes. */
export async function readPortalAgreement(ctx: Context, agreementId: string) {
  requirePermission(ctx, 'portal.read')
  const agreement = await getAgreement(ctx, agreementId)
  if (!agreement.frozenDraft) throw new Problem('not-found', 'errors.not_found')
  const { id, number, status, digest, authStart, authEnd, effectiveOn } = agreement
  const signatures = (await listSignatures(ctx, agreement)).map(({ party, name, role, signedAt }) => ({ party, name, role, signedAt }))
  const [engagement] = await ctx.db.select({ title: engagements.title }).from(engagements).where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, agreement.engagementId)))
  const isWaiting = agreementCan('sign', agreement) && !signatures.some(({ party }) => party === 'vendor')
  const acts = isWaiting ? await listAgreementActs(ctx, id) : []
  return {
    id, number, status, authStart, authEnd, effectiveOn, signatures, isWaiting, digest: digest ?? '', service: engagement?.title ?? '',
    hasDeclined: acts.some(({ action }) => action === 'decline'),
    ...printedText(agreement.frozenDraft),
  }
}
