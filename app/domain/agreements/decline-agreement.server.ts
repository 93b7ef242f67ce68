import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { agreementCan } from './agreement.ts'
import { getAgreement, listSignatures, type Agreement } from './queries.server.ts'

/** The vendor says why it does not sign. The text stays open: the company may void it and draft anew, the vendor may still sign. */
export async function declineAgreement(ctx: Context, agreementId: string, { reason }: { reason: string }): Promise<Agreement> {
  requirePermission(ctx, 'portal.sign')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId, { lock: true })
    if (ctx.actor.kind !== 'contact') throw new Problem('forbidden', 'errors.not_allowed')
    if (!agreementCan('sign', agreement)) throw new Problem('conflict', 'status.blocked.agreement.wrong_status')
    if ((await listSignatures(ctx, agreement)).some(({ party }) => party === 'vendor')) throw new Problem('conflict', 'status.blocked.agreement.signed_already')
    await record(ctx, {
      action: 'agreement.decline', subjectType: 'agreement', subjectId: agreement.id, vendorId: agreement.vendorId,
      data: { number: agreement.number, reason, name: ctx.actor.name },
    })
    return agreement
  })
}
