import type { Assessment } from '../assessments/queries.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Takes the review, with the reviewer's statement that no interest stands in the way (gate G5). */
export async function startReview(ctx: Context, assessmentId: string, { statement }: { statement: string }): Promise<Assessment> {
  requirePermission(ctx, 'assessment.review')
  return inTransaction(ctx, async (ctx) => {
    const before = await getReviewable(ctx, assessmentId)
    const reviewerId = ctx.actor.kind === 'member' ? ctx.actor.userId : null
    const after = await touchReview(ctx, before, { reviewerId, reviewerStatement: statement })
    await record(ctx, { action: 'assessment.start_review', subjectType: 'assessment', subjectId: after.id, vendorId: after.vendorId, before, after })
    return after
  })
}
