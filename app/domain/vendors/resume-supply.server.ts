import { and, eq, inArray, sql } from 'drizzle-orm'
import { cases, vendors } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { isHighOrCritical, type Severity } from '../violations/severity.ts'
import type { ResumeSupplyInput } from './input.ts'
import { moveVendor } from './move-vendor.server.ts'
import { getVendor, type Vendor } from './queries.server.ts'
import { vendorBlockers, vendorCan } from './vendor.ts'

type ResumeOutcome = { outcome: 'resumed' | 'proposed'; vendor: Vendor }

/**
 * Supply goes on. A high or critical ground takes another person than the one who suspended; where the product suspended
 * by itself, one person proposes and another confirms. An unread suspicion of critical severity keeps it suspended.
 */
export async function resumeSupply(ctx: Context, vendorId: string, { reason }: ResumeSupplyInput): Promise<ResumeOutcome> {
  requirePermission(ctx, 'vendor.resume')

  return inTransaction(ctx, async (ctx) => {
    const vendor = await getVendor(ctx, vendorId)
    if (!vendor.suspendedAt) throw new Problem('conflict', 'vendors.not_suspended')
    const severity = vendor.suspensionSeverity ?? 'high' // a ground whose gravity nobody wrote down counts as grave
    const actor = ctx.actor.kind === 'member' ? ctx.actor.userId : ''
    const first = vendor.suspendedBy ?? vendor.resumeProposedBy
    const open = await openCases(ctx, vendor.id)
    const facts = { groundCleared: !open.unread, mustTerminateOpen: open.mustTerminate, severity, approvers: first ? [first, actor] : [actor] }

    const [blocker] = vendorBlockers('resume', { status: 'suspended' }, facts)
    if (blocker === 'second_approver_missing' && !first) return { outcome: 'proposed', vendor: await proposeResume(ctx, vendor, { reason, actor }) }
    if (blocker) throw new Problem('conflict', `status.blocked.vendor.${blocker}`)
    return { outcome: 'resumed', vendor: await resume(ctx, vendor, { reason, severity }) }
  })
}

async function openCases(ctx: Context, vendorId: string): Promise<{ unread: boolean; mustTerminate: boolean }> {
  const rows = await ctx.db
    .select({ state: cases.state, severity: cases.severity })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.actor.orgId), eq(cases.vendorId, vendorId), inArray(cases.state, ['suspected', 'must_terminate', 'terminating'])))
  return {
    unread: rows.some(({ state, severity }) => state === 'suspected' && severity === 'critical'),
    mustTerminate: rows.some(({ state }) => state !== 'suspected'),
  }
}

const CLEARED = { suspendedAt: null, suspensionReason: null, suspensionSeverity: null, suspendedBy: null, resumeProposedBy: null }

/** A vendor whose supply was cut while it stayed active has no status to go back to. */
async function resume(ctx: Context, vendor: Vendor, data: { reason: string; severity: Severity }): Promise<Vendor> {
  if (vendorCan('resume', vendor)) return moveVendor(ctx, { vendorId: vendor.id, action: 'resume', set: CLEARED, data })
  if (vendor.status !== 'active') throw new Problem('conflict', 'status.blocked.vendor.wrong_status')
  return change(ctx, vendor, { action: 'vendor.resume', set: CLEARED, data })
}

async function proposeResume(ctx: Context, vendor: Vendor, { reason, actor }: { reason: string; actor: string }): Promise<Vendor> {
  if (!isHighOrCritical(vendor.suspensionSeverity ?? 'high')) throw new Problem('conflict', 'status.blocked.vendor.second_approver_missing')
  return change(ctx, vendor, { action: 'vendor.propose_resume', set: { resumeProposedBy: actor }, data: { reason } })
}

async function change(ctx: Context, before: Vendor, step: { action: string; set: Partial<Vendor>; data: Record<string, unknown> }): Promise<Vendor> {
  const [after] = await ctx.db
    .update(vendors)
    .set({ ...step.set, updatedAt: ctx.now, revision: sql`${vendors.revision} + 1` })
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, before.id), eq(vendors.revision, before.revision)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, { action: step.action, subjectType: 'vendor', subjectId: after.id, vendorId: after.id, before, after, data: step.data })
  return after
}
