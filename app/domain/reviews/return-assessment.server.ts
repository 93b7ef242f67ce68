import { and, eq, isNull } from 'drizzle-orm'
import { clarifications } from '#db/schema/index.ts'
import { requireDueDate } from '../assessments/due-date.ts'
import type { Assessment } from '../assessments/queries.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { getToday } from '../vendors/today.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Sends every gathered question to the vendor as one batch; the vendor answers only those (N-20). */
export async function returnAssessment(ctx: Context, assessmentId: string, { dueOn }: { dueOn: string }): Promise<Assessment> {
  requirePermission(ctx, 'assessment.review')
  return inTransaction(ctx, async (ctx) => {
    const before = await getReviewable(ctx, assessmentId)
    requireDueDate(dueOn, await getToday(ctx))
    const sent = await ctx.db
      .update(clarifications)
      .set({ sentAt: ctx.now })
      .where(and(eq(clarifications.orgId, ctx.actor.orgId), eq(clarifications.assessmentId, before.id), isNull(clarifications.sentAt)))
      .returning({ id: clarifications.id, questionId: clarifications.questionId })
    if (sent.length === 0) throw new Problem('conflict', 'review.nothing_to_ask')
    const after = await touchReview(ctx, before, { status: 'returned', returnedAt: ctx.now, dueOn })
    const vendor = await getVendor(ctx, after.vendorId)
    if (vendor.status === 'review') await moveVendor(ctx, { vendorId: vendor.id, action: 'return_answers' })
    await record(ctx, {
      action: 'assessment.return', subjectType: 'assessment', subjectId: after.id, vendorId: after.vendorId,
      before: { status: before.status }, after: { status: after.status }, data: { questions: sent.map(({ questionId }) => questionId), dueOn },
    })
    return after
  })
}
