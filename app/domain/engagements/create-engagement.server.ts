import { newId } from '#app/platform/ids.server.ts'
import { engagements } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { requireMember } from '../vendors/people.server.ts'
import { findBan, getVendor } from '../vendors/queries.server.ts'
import { mayRequest } from './engagement.ts'
import type { CreateEngagementInput } from './input.ts'
import type { Engagement } from './queries.server.ts'

/** One more service from a vendor that is known, or a new start with one that has ended (R7.1.1). Throws conflict while a ban runs. */
export async function createEngagement(ctx: Context, vendorId: string, { title, businessOwnerId }: CreateEngagementInput): Promise<Engagement> {
  requirePermission(ctx, 'engagement.create')

  return inTransaction(ctx, async (ctx) => {
    const vendor = await getVendor(ctx, vendorId)
    if (!mayRequest(vendor)) throw new Problem('conflict', 'status.blocked.vendor.wrong_status')
    const ban = await findBan(ctx, { vendorId: vendor.id, regNo: vendor.regNo })
    if (ban) throw new Problem('conflict', 'vendors.banned_until', { until: ban.untilOn })
    if (businessOwnerId) await requireMember(ctx, { userId: businessOwnerId, field: 'businessOwnerId' })
    const requesterId = ctx.actor.kind === 'member' ? ctx.actor.userId : (businessOwnerId ?? vendor.id)

    const [engagement] = await ctx.db
      .insert(engagements)
      .values({
        orgId: ctx.actor.orgId, id: newId(), ref: await nextRef(ctx, 'E', 'engagement'), vendorId: vendor.id, title, status: 'draft',
        requesterId, businessOwnerId, intake: {}, createdAt: ctx.now, updatedAt: ctx.now,
      })
      .returning()
    await record(ctx, { action: 'engagement.create', subjectType: 'engagement', subjectId: engagement!.id, vendorId: vendor.id, after: engagement })
    return engagement as Engagement // an insert without a conflict clause returns its row
  })
}
