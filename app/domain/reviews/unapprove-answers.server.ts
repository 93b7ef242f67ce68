import { and, eq, inArray } from 'drizzle-orm'
import { answers } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Undo: the answers are to be looked at again. */
export async function unapproveAnswers(ctx: Context, assessmentId: string, { questionIds }: { questionIds: string[] }): Promise<void> {
  requirePermission(ctx, 'assessment.review')
  await inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    await ctx.db
      .update(answers)
      .set({ reviewedAt: null, reviewedBy: null })
      .where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessment.id), inArray(answers.questionId, questionIds)))
    await touchReview(ctx, assessment)
    await record(ctx, { action: 'assessment.unapprove_answers', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId, data: { questionIds } })
  })
}
