import { and, eq } from 'drizzle-orm'
import { answers } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { changeReviewedAnswer, reviewedNow } from './change-answer.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Accepts that a question does not apply, or refuses: refused counts as unanswered (scoring.md §4). */
export async function judgeNotApplicable(ctx: Context, assessmentId: string, { questionId, naStatus }: { questionId: string; naStatus: 'accepted' | 'refused' }): Promise<void> {
  requirePermission(ctx, 'assessment.review')
  await inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const [answer] = await ctx.db
      .select({ isNa: answers.isNa })
      .from(answers)
      .where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessment.id), eq(answers.questionId, questionId)))
    if (!answer) throw new Problem('not-found', 'errors.not_found')
    if (!answer.isNa) throw new Problem('conflict', 'review.not_na')
    await changeReviewedAnswer(ctx, { assessmentId: assessment.id, questionId }, { naStatus, ...reviewedNow(ctx) })
    await touchReview(ctx, assessment)
    await record(ctx, {
      action: 'assessment.judge_na', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId, data: { questionId, naStatus },
    })
  })
}
