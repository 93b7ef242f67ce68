import { reviewNotes } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { getAssessment } from '../assessments/queries.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'

/** A note for colleagues; kept apart from everything that a vendor can read. */
export async function addNote(ctx: Context, assessmentId: string, { questionId, body }: { questionId?: string; body: string }): Promise<void> {
  requirePermission(ctx, 'assessment.review')
  await inTransaction(ctx, async (ctx) => {
    const assessment = await getAssessment(ctx, assessmentId)
    const authorId = ctx.actor.kind === 'member' ? ctx.actor.userId : ctx.actor.orgId
    await ctx.db.insert(reviewNotes).values({ orgId: ctx.actor.orgId, id: newId(), assessmentId: assessment.id, questionId: questionId ?? null, body, authorId, createdAt: ctx.now })
    await record(ctx, { action: 'assessment.note', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId, data: { questionId } })
  })
}
