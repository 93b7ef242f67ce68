import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { keepFile, type StoredFile } from './keep-file.server.ts'
import { receiveFile, type ReceivedFile } from './receive-file.server.ts'

/** Keeps a file of the organisation's own: an impact assessment, a signed agreement, a decision. */
export async function storeFile(ctx: Context, file: ReceivedFile | { name: string; source: AsyncIterable<Uint8Array> }): Promise<StoredFile> {
  requirePermission(ctx, 'file.upload')
  const received = 'source' in file ? await receiveFile(ctx.actor.orgId, file) : file
  try {
    return await inTransaction(ctx, async (ctx) => {
      const kept = await keepFile(ctx, received)
      const { id, name, sha256, sizeBytes } = kept
      await record(ctx, { action: 'file.upload', subjectType: 'file', subjectId: id, data: { name, sha256, sizeBytes } })
      return kept
    })
  } catch (error) {
    await received.discard()
    throw error
  }
}
