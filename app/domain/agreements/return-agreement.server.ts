import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { getAgreement, type Agreement } from './queries.server.ts'

/** Sends the draft back to whoever wrote it, with a reason. */
export async function returnAgreement(ctx: Context, agreementId: string, { reason }: { reason: string }): Promise<Agreement> {
  requirePermission(ctx, 'agreement.send')
  return inTransaction(ctx, async (ctx) => moveAgreement(ctx, await getAgreement(ctx, agreementId), { action: 'return', data: { reason } }))
}
