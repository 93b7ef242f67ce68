import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { agreementBlockers } from './agreement.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { getAgreement, type Agreement } from './queries.server.ts'

/** Ends an agreement that was never signed by both; a new draft may follow. */
export async function voidAgreement(ctx: Context, agreementId: string, { reason }: { reason: string }): Promise<Agreement> {
  requirePermission(ctx, 'agreement.void')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId, { lock: true })
    const [blocker] = agreementBlockers('void', agreement, {})
    if (blocker) throw new Problem('conflict', `status.blocked.agreement.${blocker}`)
    return moveAgreement(ctx, agreement, { action: 'void', set: { endedAt: ctx.now, endReason: reason }, data: { reason } })
  })
}
