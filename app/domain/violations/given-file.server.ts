import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { keepFile, type StoredFile } from '../evidence/keep-file.server.ts'
import { getFile } from '../evidence/queries.server.ts'
import { receiveFile, type ReceivedFile } from '../evidence/receive-file.server.ts'

/** A file as an act brings it: its bytes, or the id of one that the same person has just uploaded. */
export type GivenFile = { name: string; source: AsyncIterable<Uint8Array> } | { fileId: string }

/** Takes bytes in before the act's own write; what was uploaded already lies at its place. */
export async function receiveGiven(orgId: string, file: GivenFile | undefined): Promise<ReceivedFile | undefined> {
  return file && 'source' in file ? receiveFile(orgId, file) : undefined
}

/** Makes the file part of the act's write. Throws not-found for an uploaded file that is not the acting person's own. */
export async function keepGiven(ctx: Context, file: GivenFile | undefined, received: ReceivedFile | undefined): Promise<StoredFile | undefined> {
  if (received) return keepFile(ctx, received)
  if (!file || !('fileId' in file)) return undefined
  const stored = await getFile(ctx, file.fileId)
  if (ctx.actor.kind !== 'member' || stored.uploadedBy.id !== ctx.actor.userId) throw new Problem('not-found', 'errors.not_found')
  return stored
}
