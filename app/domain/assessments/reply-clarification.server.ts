import { and, eq, isNotNull } from 'drizzle-orm'
import { clarifications } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { getOwnAssessment } from '../portal/queries.server.ts'
import { record } from '../trail/record.server.ts'

/** Answers what the reviewer asked about one question; may be rewritten until the answers are handed in again. */
export async function replyClarification(
  ctx: Context,
  { assessmentId, clarificationId, reply }: { assessmentId: string; clarificationId: string; reply: string },
): Promise<void> {
  requirePermission(ctx, 'portal.reply')
  return inTransaction(ctx, async (ctx) => {
    const assessment = await getOwnAssessment(ctx, assessmentId, { lock: true })
    if (assessment.status !== 'returned') throw new Problem('conflict', 'portal.not_open')
    const [after] = await ctx.db
      .update(clarifications)
      .set({ reply, repliedAt: ctx.now })
      .where(
        and(
          eq(clarifications.orgId, ctx.actor.orgId),
          eq(clarifications.id, asId(clarificationId)),
          eq(clarifications.assessmentId, assessment.id),
          isNotNull(clarifications.sentAt),
        ),
      )
      .returning({ questionId: clarifications.questionId })
    if (!after) throw new Problem('not-found', 'errors.not_found')
    await record(ctx, {
      action: 'clarification.reply', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId,
      data: { questionId: after.questionId },
    })
  })
}
