import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { answerEvidence, evidence, files } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import type { StoredFile } from './keep-file.server.ts'

export type Evidence = typeof evidence.$inferSelect

/** A document as lists show it. */
export type Document = { id: string; fileId: string; name: string; sizeBytes: number; sha256: string; type: string; issuedOn: string | null; expiresOn: string | null; createdAt: Date }

const DOCUMENT = {
  id: evidence.id,
  fileId: evidence.fileId,
  name: files.name,
  sizeBytes: files.sizeBytes,
  sha256: files.sha256,
  type: evidence.type,
  issuedOn: evidence.issuedOn,
  expiresOn: evidence.expiresOn,
  createdAt: evidence.createdAt,
}

/** A file of the organisation; a contact finds only its own vendor's. Throws not-found. */
export async function getFile(ctx: Context, fileId: string): Promise<StoredFile> {
  const own = ctx.actor.kind === 'contact' ? ctx.actor.vendorId : undefined
  const [file] = await ctx.db
    .select()
    .from(files)
    .where(
      and(
        eq(files.orgId, ctx.actor.orgId),
        eq(files.id, asId(fileId)),
        own ? sql`exists (select 1 from evidence e where e.org_id = ${files.orgId} and e.file_id = ${files.id} and e.vendor_id = ${own})` : undefined,
      ),
    )
  if (!file) throw new Problem('not-found', 'errors.not_found')
  return file
}

/** Every document of a vendor, the one that expires first first. */
export async function listDocuments(ctx: Context, vendorId: string): Promise<Document[]> {
  return ctx.db
    .select(DOCUMENT)
    .from(evidence)
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.id, evidence.fileId)))
    .where(and(eq(evidence.orgId, ctx.actor.orgId), eq(evidence.vendorId, vendorId)))
    .orderBy(sql`${evidence.expiresOn} asc nulls last`, asc(evidence.createdAt), asc(evidence.id))
}

/** Documents attached to the answers of one assessment, without those the vendor took back. */
export async function listAttached(ctx: Context, assessmentId: string): Promise<(Document & { questionId: string })[]> {
  return ctx.db
    .select({ ...DOCUMENT, questionId: answerEvidence.questionId })
    .from(answerEvidence)
    .innerJoin(evidence, and(eq(evidence.orgId, answerEvidence.orgId), eq(evidence.id, answerEvidence.evidenceId)))
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.id, evidence.fileId)))
    .where(and(eq(answerEvidence.orgId, ctx.actor.orgId), eq(answerEvidence.assessmentId, assessmentId), isNull(answerEvidence.withdrawnAt)))
    .orderBy(asc(answerEvidence.attachedAt), asc(evidence.id))
}

/** A document of one vendor. Throws not-found, also for another vendor's. */
export async function getEvidence(ctx: Context, { evidenceId, vendorId }: { evidenceId: string; vendorId: string }): Promise<Evidence> {
  const [row] = await ctx.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.orgId, ctx.actor.orgId), eq(evidence.id, asId(evidenceId)), eq(evidence.vendorId, vendorId)))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return row
}

/** The vendor's document with the same bytes, if it gave it before. */
export async function findSameDocument(ctx: Context, { vendorId, sha256 }: { vendorId: string; sha256: string }): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ id: evidence.id })
    .from(evidence)
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.id, evidence.fileId)))
    .where(and(eq(evidence.orgId, ctx.actor.orgId), eq(evidence.vendorId, vendorId), eq(files.sha256, sha256)))
    .limit(1)
  return row?.id
}
