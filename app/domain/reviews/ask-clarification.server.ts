import { clarifications } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import { record } from '../trail/record.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'

/** Puts a question back to the vendor on the list; it leaves with the others when the answers are sent back. */
export async function askClarification(ctx: Context, assessmentId: string, { questionId, question }: { questionId: string; question: string }): Promise<string> {
  requirePermission(ctx, 'assessment.review')
  return inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const { compiled } = await getQuestionnaire(ctx, assessment.questionnaireVersionId)
    if (!compiled.template.questions.some(({ id }) => id === questionId)) throw new Problem('not-found', 'errors.not_found')
    const id = newId()
    const askedBy = ctx.actor.kind === 'member' ? ctx.actor.userId : ctx.actor.orgId
    await ctx.db.insert(clarifications).values({ orgId: ctx.actor.orgId, id, assessmentId: assessment.id, questionId, question, askedBy, askedAt: ctx.now })
    await touchReview(ctx, assessment)
    await record(ctx, { action: 'assessment.ask', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId, data: { questionId } })
    return id
  })
}
