import { and, eq, isNull } from 'drizzle-orm'
import { links } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { assessmentCan } from './assessment.ts'
import { changeAssessment } from './change-assessment.server.ts'
import { getAssessment, type Assessment } from './queries.server.ts'

/** Takes a request back, with a reason; its links close, its answers are kept. Throws conflict once it is decided. */
export async function withdrawAssessment(
  ctx: Context,
  { assessmentId, reason, revision }: { assessmentId: string; reason: string; revision?: number },
): Promise<Assessment> {
  requirePermission(ctx, 'assessment.withdraw')
  return inTransaction(ctx, async (ctx) => {
    const before = await getAssessment(ctx, assessmentId)
    if (!assessmentCan('withdraw', before)) throw new Problem('conflict', 'assessments.already_finished')
    const set = { status: 'withdrawn', withdrawnAt: ctx.now, withdrawalReason: reason } as const
    const after = await changeAssessment(ctx, { ...before, revision: revision ?? before.revision }, set)
    await ctx.db
      .update(links)
      .set({ revokedAt: ctx.now })
      .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.subjectId, after.id), isNull(links.revokedAt)))
    const data = { reason, contactId: after.contactId ?? undefined }
    await record(ctx, { action: 'assessment.withdraw', subjectType: 'assessment', subjectId: after.id, vendorId: after.vendorId, before, after, data })
    const vendor = await getVendor(ctx, after.vendorId)
    if (vendor.status === 'review') await moveVendor(ctx, { vendorId: vendor.id, action: 'return_answers' })
    return after
  })
}
