import { readStored } from '#app/platform/stored-files.server.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import type { StoredFile } from './keep-file.server.ts'
import { getFile } from './queries.server.ts'

/** A file for reading, and the trail entry of who read it (PC-04). Throws as getFile does for what the actor may not read. */
export async function openFile(ctx: Context, fileId: string): Promise<{ file: StoredFile; bytes: AsyncGenerator<Buffer> }> {
  requirePermission(ctx, ctx.actor.kind === 'contact' ? 'portal.read' : 'file.read')
  const file = await getFile(ctx, fileId)
  await record(ctx, { action: 'file.download', subjectType: 'file', subjectId: file.id, data: { name: file.name } })
  return { file, bytes: readStored({ orgId: ctx.actor.orgId, id: file.id }, file.key) }
}
