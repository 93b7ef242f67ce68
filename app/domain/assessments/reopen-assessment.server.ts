import { and, eq, sql } from 'drizzle-orm'
import { assessments } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getOwnAssessment, type OwnAssessment } from '../portal/queries.server.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { assessmentCan } from './assessment.ts'

/** Takes submitted answers back to amend them, as long as no reviewer has begun. Throws conflict afterwards. */
export async function reopenAssessment(ctx: Context, assessmentId: string): Promise<OwnAssessment> {
  requirePermission(ctx, 'portal.submit')
  return inTransaction(ctx, async (ctx) => {
    const before = await getOwnAssessment(ctx, assessmentId, { lock: true })
    if (!assessmentCan('reopen', before)) throw new Problem('conflict', 'portal.review_started')
    const [after] = await ctx.db
      .update(assessments)
      .set({ status: 'in_progress', submittedAt: null, attestation: null, updatedAt: ctx.now, revision: sql`${assessments.revision} + 1` })
      .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, before.id), eq(assessments.status, before.status)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'assessment.reopen', subjectType: 'assessment', subjectId: after.id, vendorId: after.vendorId, before, after })
    const vendor = await getVendor(ctx, after.vendorId)
    if (vendor.status === 'review') await moveVendor(ctx, { vendorId: vendor.id, action: 'return_answers' })
    return after
  })
}
