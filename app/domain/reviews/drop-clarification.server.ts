import { and, eq, isNull } from 'drizzle-orm'
import { clarifications } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { record } from '../trail/record.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Takes a question off the list before it leaves; one that was sent stays. */
export async function dropClarification(ctx: Context, assessmentId: string, { clarificationId }: { clarificationId: string }): Promise<void> {
  requirePermission(ctx, 'assessment.review')
  await inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const [dropped] = await ctx.db
      .delete(clarifications)
      .where(
        and(
          eq(clarifications.orgId, ctx.actor.orgId),
          eq(clarifications.assessmentId, assessment.id),
          eq(clarifications.id, asId(clarificationId)),
          isNull(clarifications.sentAt),
        ),
      )
      .returning({ questionId: clarifications.questionId })
    if (!dropped) throw new Problem('not-found', 'errors.not_found')
    await touchReview(ctx, assessment)
    await record(ctx, { action: 'assessment.drop_question', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId, data: dropped })
  })
}
