import { files } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { signatureOf } from '../identity/actor.ts'
import type { ReceivedFile } from './receive-file.server.ts'

export type StoredFile = typeof files.$inferSelect

/** Makes a received file known to the database, as part of the caller's write. */
export async function keepFile(ctx: Context, file: ReceivedFile): Promise<StoredFile> {
  const { id, name, mediaType, sizeBytes, sha256, key } = file
  const [row] = await ctx.db
    .insert(files)
    .values({ orgId: ctx.actor.orgId, id, name, mediaType, sizeBytes, sha256, key, uploadedBy: signatureOf(ctx.actor), createdAt: ctx.now })
    .returning()
  return row! // an insert without a conflict clause returns its row
}
