import { and, eq } from 'drizzle-orm'
import { readStored } from '#app/platform/stored-files.server.ts'
import { files } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { StoredFile } from '../evidence/keep-file.server.ts'
import type { Contact } from '../identity/actor.ts'
import { record } from '../trail/record.server.ts'
import { getHeardCase } from './portal-queries.server.ts'

/** The termination notice that was issued to the contact's own vendor, and the trail entry of who read it. Throws not-found. */
export async function openIssuedNotice(ctx: Context<Contact>, caseId: string): Promise<{ file: StoredFile; bytes: AsyncGenerator<Buffer> }> {
  const { id, ref, vendorId, noticeFileId } = await getHeardCase(ctx, caseId)
  const [file] = noticeFileId ? await ctx.db.select().from(files).where(and(eq(files.orgId, ctx.actor.orgId), eq(files.id, noticeFileId))) : []
  if (!file) throw new Problem('not-found', 'errors.not_found')
  await record(ctx, { action: 'case.read_notice', subjectType: 'case', subjectId: id, vendorId, data: { caseRef: ref } })
  return { file, bytes: readStored({ orgId: ctx.actor.orgId, id: file.id }, file.key) }
}
