import { and, eq, sql } from 'drizzle-orm'
import { vendors } from '#db/schema/index.ts'
import { translator } from '#app/i18n/index.ts'
import { endQuestionnaires } from '../assessments/end-questionnaires.server.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { getVendor, type Vendor } from './queries.server.ts'
import { owesAnswers, vendorTransition, type VendorAction } from './vendor.ts'

type Move = {
  vendorId: string
  action: VendorAction
  /** Columns that change together with the status. */
  set?: Partial<Omit<Vendor, 'orgId' | 'id' | 'status' | 'revision' | 'updatedAt'>>
  /** Goes into the trail entry, for its readers. */
  data?: Record<string, unknown>
}

/**
 * Takes the vendor one step through its machine and records `vendor.<action>`. The caller has asked for the permission
 * and for `vendorBlockers`. Where the step ends the road, open questionnaires end with it. Throws conflict when the status does not allow the step or somebody moved the vendor meanwhile.
 */
export async function moveVendor(ctx: Context, { vendorId, action, set = {}, data }: Move): Promise<Vendor> {
  const before = await getVendor(ctx, vendorId)
  const step = vendorTransition(action, before.status)
  if (!step) throw new Problem('conflict', 'status.blocked.vendor.wrong_status', { action, status: before.status })
  const [after] = await ctx.db
    .update(vendors)
    .set({ ...set, status: step.to, updatedAt: ctx.now, revision: sql`${vendors.revision} + 1` })
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, before.id), eq(vendors.status, before.status)))
    .returning()
  if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
  await record(ctx, { action: `vendor.${action}`, subjectType: 'vendor', subjectId: after.id, vendorId: after.id, before, after, data })
  if (!owesAnswers(step.to)) await endQuestionnaires(ctx, { vendorId: after.id, reason: reasonOf(ctx, action, data) })
  return after
}

/** What the one who acts gave as a reason, else what happened to the vendor. */
const reasonOf = (ctx: Context, action: VendorAction, data: Move['data']): string =>
  typeof data?.reason === 'string' ? data.reason : translator(ctx.locale).from(`assessments.ended.${action}`)
