import { newId } from '#app/platform/ids.server.ts'
import { evidence } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { loadAnswering, requireAnswerable, type Answering } from '../portal/answering.server.ts'
import type { Question } from '../questionnaires/template.ts'
import { record } from '../trail/record.server.ts'
import { attachDocument, requireRoom, settleDocuments, type Attached } from './attach-document.server.ts'
import { keepFile } from './keep-file.server.ts'
import { findSameDocument } from './queries.server.ts'
import type { ReceivedFile } from './receive-file.server.ts'

const FALLBACK_TYPE = 'record'

/**
 * Ties a received file to an answer as a new document, or as the one with the same bytes that the vendor gave before.
 * Whatever is refused, the file is removed again.
 */
export async function attachUpload(
  ctx: Context,
  { assessmentId, questionId, file }: { assessmentId: string; questionId: string; file: ReceivedFile },
): Promise<Attached & { evidenceId: string }> {
  requirePermission(ctx, 'portal.upload')
  try {
    return await inTransaction(ctx, async (ctx) => {
      const answering = await loadAnswering(ctx, assessmentId, { lock: true })
      const question = requireAnswerable(answering, questionId)
      requireRoom(answering, question)
      const evidenceId = await documentOf(ctx, answering, question, file)
      await attachDocument(ctx, answering, { question, evidenceId })
      const { name, sha256, sizeBytes } = file
      await record(ctx, {
        action: 'evidence.upload', subjectType: 'assessment', subjectId: answering.assessment.id, vendorId: answering.assessment.vendorId,
        data: { questionId, evidenceId, name, sha256, sizeBytes },
      })
      return { evidenceId, ...(await settleDocuments(ctx, answering, question)) }
    })
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** Refuses an upload before its first byte is read. */
export async function requireUploadPlace(ctx: Context, { assessmentId, questionId }: { assessmentId: string; questionId: string }): Promise<void> {
  requirePermission(ctx, 'portal.upload')
  const answering = await loadAnswering(ctx, assessmentId)
  requireRoom(answering, requireAnswerable(answering, questionId))
}

async function documentOf(ctx: Context, { assessment, questionnaire }: Answering, question: Question, file: ReceivedFile): Promise<string> {
  const same = await findSameDocument(ctx, { vendorId: assessment.vendorId, sha256: file.sha256 })
  if (same) {
    await file.discard()
    return same
  }
  const { id: fileId } = await keepFile(ctx, file)
  const known = questionnaire.compiled.template.evidence_types.map(({ id }) => id)
  const type = question.evidence.types?.find((each) => known.includes(each)) ?? FALLBACK_TYPE
  const id = newId()
  await ctx.db.insert(evidence).values({ orgId: ctx.actor.orgId, id, vendorId: assessment.vendorId, fileId, type, createdAt: ctx.now })
  return id
}
