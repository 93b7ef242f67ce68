import { and, eq, sql } from 'drizzle-orm'
import { engagements, vendors } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { heavierTier, type InherentRisk } from '../scoring/inherent.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { findBan, type Vendor } from '../vendors/queries.server.ts'
import { vendorBlockers } from '../vendors/vendor.ts'
import { beginsAnew, mayRequest } from './engagement.ts'
import type { SubmitEngagementInput } from './input.ts'
import type { Engagement } from './queries.server.ts'
import { getReadiness } from './readiness.server.ts'

/**
 * Hands the request in (R7.1.1): the form complete, the legal basis clear (G7), no ban (G6), the requester's interests
 * declared (G5). Stores the inherent risk with its floors and brings the vendor to `intake`.
 */
export async function submitEngagement(ctx: Context, engagementId: string, input: SubmitEngagementInput): Promise<Engagement> {
  requirePermission(ctx, 'engagement.submit')

  return inTransaction(ctx, async (ctx) => {
    const { engagement: before, vendor, intake, problems, inherent } = await getReadiness(ctx, engagementId)
    if (before.status !== 'draft') throw new Problem('conflict', 'engagements.not_a_draft')
    await refuseBanned(ctx, vendor)
    if (problems.length > 0) throw new Problem('invalid', 'engagements.incomplete', { count: problems.length })

    const [after] = await ctx.db
      .update(engagements)
      .set({
        status: 'submitted', intake, inherent, inherentRisk: inherent.ir, tier: inherent.tier, submittedAt: ctx.now, updatedAt: ctx.now,
        conflictStatement: input.conflict === 'declared' ? input.conflictDetail : 'none',
        revision: sql`${engagements.revision} + 1`,
      })
      .where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, before.id), eq(engagements.revision, input.revision), eq(engagements.status, 'draft')))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, {
      action: 'engagement.submit', subjectType: 'engagement', subjectId: after.id, vendorId: vendor.id, before, after,
      data: { ref: after.ref, title: after.title, tier: inherent.tier, inherentRisk: inherent.ir, floors: inherent.floors },
    })
    await bringVendorAlong(ctx, vendor, { inherent, engagement: after })
    return after as Engagement // its intake was checked above
  })
}

async function refuseBanned(ctx: Context, vendor: Vendor) {
  const ban = await findBan(ctx, { vendorId: vendor.id, regNo: vendor.regNo })
  if (ban) throw new Problem('conflict', 'vendors.banned_until', { until: ban.untilOn })
  const [blocker] = beginsAnew(vendor) ? vendorBlockers('submit_intake', vendor, { isBanned: false }) : mayRequest(vendor) ? [] : ['wrong_status']
  if (blocker) throw new Problem('conflict', `status.blocked.vendor.${blocker}`)
}

/** What a vendor that comes again leaves behind; its trail and its decisions keep it. */
const FRESH = {
  residualH: null, residualLiveH: null, bandLive: null, activeSince: null, reassessDueOn: null, terminatedOn: null,
  suspendedAt: null, suspensionReason: null, suspendedBy: null, suspensionSeverity: null, resumeProposedBy: null,
}

async function bringVendorAlong(ctx: Context, vendor: Vendor, { inherent, engagement }: { inherent: InherentRisk; engagement: { id: string; businessOwnerId: string | null } }) {
  const ownerId = vendor.ownerId ?? engagement.businessOwnerId
  const data = { engagementId: engagement.id }
  if (beginsAnew(vendor)) {
    await moveVendor(ctx, { vendorId: vendor.id, action: 'submit_intake', set: { ...FRESH, tier: inherent.tier, ownerId }, data })
    return
  }
  const tier = vendor.tier ? heavierTier(vendor.tier, inherent.tier) : inherent.tier
  if (tier === vendor.tier && ownerId === vendor.ownerId) return
  const [after] = await ctx.db
    .update(vendors)
    .set({ tier, ownerId, updatedAt: ctx.now, revision: sql`${vendors.revision} + 1` })
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, vendor.id), eq(vendors.revision, vendor.revision)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, { action: 'vendor.raise_tier', subjectType: 'vendor', subjectId: vendor.id, vendorId: vendor.id, before: vendor, after, data })
}
