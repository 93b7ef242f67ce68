import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { moveFinding } from './move-finding.server.ts'
import { getFinding, type Finding } from './queries.server.ts'

/** Says that a finding is remedied and by what that shows; it closes only when somebody else has verified it. */
export async function markFixed(ctx: Context, findingId: string, { proof, revision }: { proof: string; revision: number }): Promise<Finding> {
  requirePermission(ctx, 'finding.update')
  return inTransaction(ctx, async (ctx) => moveFinding(ctx, await getFinding(ctx, findingId), { action: 'mark_fixed', revision, set: { proof, fixedAt: ctx.now }, data: { proof } }))
}
