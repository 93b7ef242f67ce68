import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { moveFinding } from './move-finding.server.ts'
import { getFinding, type Finding } from './queries.server.ts'

/** Sends a remedy back that does not hold, with the reason; the due date stays as it is. */
export async function rejectFinding(ctx: Context, findingId: string, { reason, revision }: { reason: string; revision: number }): Promise<Finding> {
  requirePermission(ctx, 'finding.verify')
  return inTransaction(ctx, async (ctx) => moveFinding(ctx, await getFinding(ctx, findingId), { action: 'reject', revision, set: { fixedAt: null }, data: { reason } }))
}
