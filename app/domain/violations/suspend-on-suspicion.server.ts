import { and, eq, sql } from 'drizzle-orm'
import { vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import type { Vendor } from '../vendors/queries.server.ts'
import { vendorCan, type VendorStatus } from '../vendors/vendor.ts'
import { heavierSeverity, type Severity } from './severity.ts'

type Ground = { caseRef: string; caseId: string; violationId: string; severity: Severity; suspendedBy?: string }

/** Columns of a vendor whose supply is cut by a case; an earlier suspension keeps its beginning and its heavier ground. */
export function suspension(ctx: Context, vendor: Vendor, ground: Ground): Partial<Vendor> {
  const { suspensionSeverity } = vendor
  return {
    suspendedAt: vendor.suspendedAt ?? ctx.now,
    suspensionReason: `${ground.caseRef} ${ground.violationId}`,
    suspensionSeverity: suspensionSeverity ? heavierSeverity(suspensionSeverity, ground.severity) : ground.severity,
    suspendedBy: ground.suspendedBy ?? null,
    resumeProposedBy: null,
  }
}

const NOTHING_TO_CUT: readonly VendorStatus[] = ['terminated', 'banned', 'rejected', 'withdrawn']

/**
 * Cuts the supply of customer information on a case's ground (DPA-32, rulings 20). A vendor that is not in business with us
 * yet, or is being ended, only gets the flag; one that is out of business has nothing to cut.
 */
export async function suspendOnSuspicion(ctx: Context, vendor: Vendor, ground: Ground): Promise<Vendor> {
  if (NOTHING_TO_CUT.includes(vendor.status)) return vendor
  const set = suspension(ctx, vendor, ground)
  const { caseId, caseRef, severity } = ground
  const data = { caseId, caseRef, severity, reason: set.suspensionReason }
  if (vendorCan('suspend', vendor)) return moveVendor(ctx, { vendorId: vendor.id, action: 'suspend', set, data })
  return flag(ctx, vendor, { action: 'vendor.suspend', set, data })
}

const CLEARED = { suspendedAt: null, suspensionReason: null, suspensionSeverity: null, suspendedBy: null, resumeProposedBy: null }

/** Gives the supply back. The caller has made sure that no ground remains. */
export async function endSuspension(ctx: Context, vendor: Vendor, data: Record<string, unknown>): Promise<Vendor> {
  if (vendorCan('resume', vendor)) return moveVendor(ctx, { vendorId: vendor.id, action: 'resume', set: CLEARED, data })
  return flag(ctx, vendor, { action: 'vendor.resume', set: CLEARED, data })
}

async function flag(ctx: Context, before: Vendor, { action, set, data }: { action: string; set: Partial<Vendor>; data: Record<string, unknown> }): Promise<Vendor> {
  const [after] = await ctx.db
    .update(vendors)
    .set({ ...set, updatedAt: ctx.now, revision: sql`${vendors.revision} + 1` })
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, before.id), eq(vendors.revision, before.revision)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, { action, subjectType: 'vendor', subjectId: after.id, vendorId: after.id, before, after, data })
  return after
}
