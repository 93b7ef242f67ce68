import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { agreements, engagements, links } from '#db/schema/index.ts'
import { agreementCan, AGREEMENT_STATUSES } from '../agreements/agreement.ts'
import { moveAgreement } from '../agreements/move-agreement.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { WithdrawVendorInput } from './input.ts'
import { moveVendor } from './move-vendor.server.ts'
import { getVendor, type Vendor } from './queries.server.ts'
import { vendorBlockers } from './vendor.ts'

/** Procurement gives the request up before a contract: its engagements and questionnaires are withdrawn with it, and an agreement that both have not signed is void. */
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
    const moved = await moveVendor(ctx, { vendorId: vendor.id, action: 'withdraw', data: { reason, engagementIds: withdrawn.map(({ id }) => id) } })
    await voidUnsigned(ctx, vendor.id, reason)
    return moved
  })
}

const UNSIGNED = AGREEMENT_STATUSES.filter((status) => agreementCan('void', { status }))

/** What lies with the vendor for signature must not be signed any more, and its links close. */
async function voidUnsigned(ctx: Context, vendorId: string, reason: string) {
  const open = await ctx.db
    .select()
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.vendorId, vendorId), inArray(agreements.status, UNSIGNED)))
    .for('update')
  for (const agreement of open) await moveAgreement(ctx, agreement, { action: 'void', set: { endedAt: ctx.now, endReason: reason }, data: { reason } })
  if (open.length === 0) return
  await ctx.db
    .update(links)
    .set({ revokedAt: ctx.now })
    .where(and(eq(links.orgId, ctx.actor.orgId), inArray(links.subjectId, open.map(({ id }) => id)), isNull(links.revokedAt)))
}
