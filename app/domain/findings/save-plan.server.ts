import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { moveFinding } from './move-finding.server.ts'
import { getFinding, type Finding } from './queries.server.ts'

/** Writes down how the vendor means to remedy a finding; a later plan takes the place of the earlier one. */
export async function savePlan(ctx: Context, findingId: string, { plan, revision }: { plan: string; revision: number }): Promise<Finding> {
  requirePermission(ctx, 'finding.update')
  return inTransaction(ctx, async (ctx) => moveFinding(ctx, await getFinding(ctx, findingId), { action: 'save_plan', revision, set: { plan }, data: { plan } }))
}
