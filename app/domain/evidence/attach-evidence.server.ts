import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { loadAnswering, requireAnswerable } from '../portal/answering.server.ts'
import { record } from '../trail/record.server.ts'
import { attachDocument, requireRoom, settleDocuments, type Attached } from './attach-document.server.ts'
import { getEvidence } from './queries.server.ts'

/** Uses a document that the vendor gave before for another answer. */
export async function attachEvidence(
  ctx: Context,
  { assessmentId, questionId, evidenceId }: { assessmentId: string; questionId: string; evidenceId: string },
): Promise<Attached> {
  requirePermission(ctx, 'portal.upload')
  return inTransaction(ctx, async (ctx) => {
    const answering = await loadAnswering(ctx, assessmentId, { lock: true })
    const question = requireAnswerable(answering, questionId)
    const { id, vendorId } = answering.assessment
    const document = await getEvidence(ctx, { evidenceId, vendorId })
    if (!answering.attached.some((each) => each.questionId === questionId && each.id === document.id)) {
      requireRoom(answering, question)
      await attachDocument(ctx, answering, { question, evidenceId: document.id })
      await record(ctx, { action: 'evidence.attach', subjectType: 'assessment', subjectId: id, vendorId, data: { questionId, evidenceId: document.id } })
    }
    return settleDocuments(ctx, answering, question)
  })
}
