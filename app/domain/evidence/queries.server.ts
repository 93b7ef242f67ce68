import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { answerEvidence, evidence, files } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { fileAccess, type FilePlace } from './file-place.ts'
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

/**
 * A file that the actor may read: a contact finds only its own vendor's documents, a member what hangs on something that it
 * may read, or its own upload. Throws forbidden for what hangs elsewhere, not-found for the rest.
 */
export async function getFile(ctx: Context, fileId: string): Promise<StoredFile> {
  const { actor } = ctx
  const [row] = await ctx.db
    .select({ file: files, ...PLACES })
    .from(files)
    .where(and(eq(files.orgId, actor.orgId), eq(files.id, asId(fileId)), actor.kind === 'contact' ? documentOf(actor.vendorId) : undefined))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  const { file, ...hangsOn } = row
  if (actor.kind === 'contact') return file
  const places = (Object.keys(PLACES) as FilePlace[]).filter((place) => hangsOn[place])
  const access = fileAccess(actor, { places, uploaderId: file.uploadedBy.id })
  if (access.outcome === 'refused') throw new Problem('forbidden', 'errors.not_allowed', { permission: access.permission })
  if (access.outcome === 'hidden') throw new Problem('not-found', 'errors.not_found')
  return file
}

// Columns are named with their table here: in a list of one table's columns drizzle leaves the table out.
const PLACES = {
  document: sql<boolean>`exists (select 1 from evidence e where e.org_id = files.org_id and e.file_id = files.id)`,
  request: sql<boolean>`exists (select 1 from engagements r where r.org_id = files.org_id and r.pia_file_id = files.id)`,
  agreement: sql<boolean>`exists (select 1 from agreements a where a.org_id = files.org_id and a.signed_file_id = files.id)`,
  audit: sql<boolean>`exists (select 1 from audit_results r where r.org_id = files.org_id and r.file_id = files.id)`,
  case: sql<boolean>`(exists (select 1 from case_evidence c where c.org_id = files.org_id and c.file_id = files.id)
    or exists (select 1 from case_steps s where s.org_id = files.org_id and s.file_id = files.id)
    or exists (select 1 from cases c where c.org_id = files.org_id and c.notice_file_id = files.id))`,
} satisfies Record<FilePlace, unknown>

const documentOf = (vendorId: string) => sql`exists (select 1 from evidence e where e.org_id = ${files.orgId} and e.file_id = ${files.id} and e.vendor_id = ${vendorId})`

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
