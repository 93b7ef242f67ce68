import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { answers } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { reviewedNow } from './change-answer.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Marks answers as looked at and in order; those marked before stay, an N/A has to be judged first. Gives the ids that changed, for undo. */
export async function approveAnswers(ctx: Context, assessmentId: string, { questionIds }: { questionIds: string[] }): Promise<string[]> {
  requirePermission(ctx, 'assessment.review')
  return inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const changed = await ctx.db
      .update(answers)
      .set(reviewedNow(ctx))
      .where(
        and(
          eq(answers.orgId, ctx.actor.orgId),
          eq(answers.assessmentId, assessment.id),
          inArray(answers.questionId, questionIds),
          isNull(answers.reviewedAt),
          or(eq(answers.isNa, false), inArray(answers.naStatus, ['accepted', 'refused'])),
        ),
      )
      .returning({ questionId: answers.questionId })
    await touchReview(ctx, assessment)
    const ids = changed.map(({ questionId }) => questionId)
    await record(ctx, { action: 'assessment.approve_answers', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId, data: { questionIds: ids } })
    return ids
  })
}
