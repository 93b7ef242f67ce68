import { and, eq, isNull } from 'drizzle-orm'
import { answerEvidence } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { loadAnswering, requireAnswerable } from '../portal/answering.server.ts'
import { record } from '../trail/record.server.ts'
import { settleDocuments, type Attached } from './attach-document.server.ts'

/** Takes a document away from an answer. The document itself stays among the vendor's, and a rejection stays with the answer (scoring.md §5). */
export async function removeEvidence(
  ctx: Context,
  { assessmentId, questionId, evidenceId }: { assessmentId: string; questionId: string; evidenceId: string },
): Promise<Attached> {
  requirePermission(ctx, 'portal.upload')
  return inTransaction(ctx, async (ctx) => {
    const answering = await loadAnswering(ctx, assessmentId, { lock: true })
    const question = requireAnswerable(answering, questionId)
    const { id, vendorId } = answering.assessment
    const [removed] = await ctx.db
      .update(answerEvidence)
      .set({ withdrawnAt: ctx.now })
      .where(
        and(
          eq(answerEvidence.orgId, ctx.actor.orgId),
          eq(answerEvidence.assessmentId, id),
          eq(answerEvidence.questionId, questionId),
          eq(answerEvidence.evidenceId, asId(evidenceId)),
          isNull(answerEvidence.withdrawnAt),
        ),
      )
      .returning({ evidenceId: answerEvidence.evidenceId })
    if (!removed) throw new Problem('not-found', 'errors.not_found')
    await record(ctx, { action: 'evidence.remove', subjectType: 'assessment', subjectId: id, vendorId, data: { questionId, evidenceId } })
    return settleDocuments(ctx, answering, question)
  })
}
