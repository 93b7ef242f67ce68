import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import type { DeliveredInput } from './input.ts'
import { moveCase, type Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { verifyCaseFinding } from './remediation-finding.server.ts'

/** V-17 ends as remediated from any state before must_terminate once the missing access logs were accepted (rulings 18). */
export async function closeDelivered(ctx: Context, caseId: string, { delivery, revision }: DeliveredInput): Promise<Case> {
  requirePermission(ctx, 'violation.investigate')

  return inTransaction(ctx, async (ctx) => {
    const before = { ...(await getCase(ctx, caseId)), revision }
    const after = await moveCase(ctx, before, { action: 'close_delivered', facts: { deliveryAccepted: true }, set: { closedAt: ctx.now }, data: { delivery } })
    await verifyCaseFinding(ctx, after, { proof: delivery, verifiedBy: ctx.actor.kind === 'member' ? ctx.actor.userId : undefined })
    return after
  })
}
