import { requirePermission, inTransaction, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { agreementBlockers } from './agreement.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { getAgreement, type Agreement } from './queries.server.ts'

/** Ends an authorisation whose last day is over, 24:00 local time (DPA-06, N-06). Only the system does it. */
export async function expireAgreement(ctx: Context, agreementId: string): Promise<Agreement> {
  requirePermission(ctx, 'agreement.void')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId)
    const { zone } = await getOrganisation(ctx)
    const [blocker] = agreementBlockers('expire', agreement, { authEnd: agreement.authEnd, now: ctx.now, zone })
    if (blocker) throw new Problem('conflict', `status.blocked.agreement.${blocker}`)
    return moveAgreement(ctx, agreement, { action: 'expire', set: { endedAt: ctx.now } })
  })
}
