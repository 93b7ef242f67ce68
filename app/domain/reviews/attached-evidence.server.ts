import { and, asc, eq } from 'drizzle-orm'
import { answerEvidence, evidence, files } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'

export type AttachedRow = typeof answerEvidence.$inferSelect & {
  type: string
  issuedOn: string | null
  expiresOn: string | null
  fileId: string
  fileName: string
  mediaType: string
  sizeBytes: number
  sha256: string
}

/** Every document that was attached to an answer of the assessment, withdrawn ones included, in the order of attaching. */
export async function listAttachedEvidence(ctx: Context, assessmentId: string): Promise<AttachedRow[]> {
  const rows = await ctx.db
    .select({ attached: answerEvidence, type: evidence.type, issuedOn: evidence.issuedOn, expiresOn: evidence.expiresOn, file: files })
    .from(answerEvidence)
    .innerJoin(evidence, and(eq(evidence.orgId, answerEvidence.orgId), eq(evidence.id, answerEvidence.evidenceId)))
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.id, evidence.fileId)))
    .where(and(eq(answerEvidence.orgId, ctx.actor.orgId), eq(answerEvidence.assessmentId, assessmentId)))
    .orderBy(asc(answerEvidence.attachedAt), asc(answerEvidence.evidenceId))
  return rows.map(({ attached, file, ...rest }) => ({
    ...attached,
    ...rest,
    fileId: file.id,
    fileName: file.name,
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
  }))
}
