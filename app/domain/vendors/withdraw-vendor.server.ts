import { and, eq, ne, sql } from 'drizzle-orm'
import { engagements } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { WithdrawVendorInput } from './input.ts'
import { moveVendor } from './move-vendor.server.ts'
import { getVendor, type Vendor } from './queries.server.ts'
import { vendorBlockers } from './vendor.ts'

/** Procurement gives the request up before a contract; its engagements are withdrawn with it. */
export async function withdrawVendor(ctx: Context, vendorId: string, { reason }: WithdrawVendorInput): Promise<Vendor> {
  requirePermission(ctx, 'vendor.withdraw')

  return inTransaction(ctx, async (ctx) => {
    const vendor = await getVendor(ctx, vendorId)
    const [blocker] = vendorBlockers('withdraw', vendor, {})
    if (blocker) throw new Problem('conflict', `status.blocked.vendor.${blocker}`)
    const withdrawn = await ctx.db
      .update(engagements)
      .set({ status: 'withdrawn', updatedAt: ctx.now, revision: sql`${engagements.revision} + 1` })
      .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.vendorId, vendor.id), ne(engagements.status, 'withdrawn')))
      .returning({ id: engagements.id })
    return moveVendor(ctx, { vendorId: vendor.id, action: 'withdraw', data: { reason, engagementIds: withdrawn.map(({ id }) => id) } })
  })
}
