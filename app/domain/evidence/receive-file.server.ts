import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { newId } from '#app/platform/ids.server.ts'
import { removeStored, writeStored } from '#app/platform/stored-files.server.ts'
import { Problem } from '../errors.ts'
import { cleanFileName, extensionOf, FILE_EXTENSIONS, FILE_TYPES, LARGEST_FILE_BYTES, type FileContent } from './file-type.ts'
import { officeContent } from './office-package.ts'

const HEAD_BYTES = 4_100
const TAIL_BYTES = 2 * 1024 * 1024

/** A file that lies sealed at its place, before the database knows of it. `discard` removes it again. */
export type ReceivedFile = {
  id: string
  orgId: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  key: Buffer
  discard: () => Promise<void>
}

/**
 * Takes a stream in: counted, hashed, sealed and written as it comes, with no database transaction open meanwhile. Throws
 * Problem invalid for a type that is not allowed, content that is not what the name says, an empty or a too large file.
 */
export async function receiveFile(orgId: string, given: { name: string; source: AsyncIterable<Uint8Array> }): Promise<ReceivedFile> {
  const name = cleanFileName(given.name)
  const extension = extensionOf(name)
  if (!extension) throw new Problem('invalid', 'portal.evidence.type_not_allowed', { types: FILE_EXTENSIONS.join(', ') })
  const { mediaType, content } = FILE_TYPES[extension]
  const place = { orgId, id: newId() }
  const seen = watch()
  const written = await writeStored(place, seen.pass(given.source))
  try {
    if (seen.size() === 0) throw new Problem('invalid', 'portal.evidence.empty')
    const found = await seen.content()
    if (found === 'macros') throw new Problem('invalid', 'portal.evidence.macros')
    if (found !== content) throw new Problem('invalid', 'portal.evidence.type_mismatch', { extension })
    await written.keep()
  } catch (error) {
    await written.drop()
    throw error
  }
  return { ...place, name, mediaType, sizeBytes: seen.size(), sha256: seen.sha256(), key: written.key, discard: () => removeStored(place) }
}

/** Looks at a stream as it passes: length, hash, and as much of both ends as tells what it is. */
function watch() {
  const hash = createHash('sha256')
  let size = 0
  let isText = true
  let head = Buffer.alloc(0)
  let tail: Uint8Array[] = []
  let tailSize = 0

  async function* pass(source: AsyncIterable<Uint8Array>) {
    for await (const piece of source) {
      size += piece.byteLength
      if (size > LARGEST_FILE_BYTES) throw new Problem('invalid', 'portal.evidence.too_large', { megabytes: LARGEST_FILE_BYTES / 1024 / 1024 })
      hash.update(piece)
      if (isText && piece.includes(0)) isText = false
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece]).subarray(0, HEAD_BYTES)
      tail.push(piece)
      tailSize += piece.byteLength
      while (tailSize - tail[0]!.byteLength > TAIL_BYTES) tailSize -= tail.shift()!.byteLength // the loop's condition: it is not empty
      yield piece
    }
  }

  async function content(): Promise<FileContent> {
    if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeContent(Buffer.concat(tail), size)
    tail = []
    const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.ext
    if (found === undefined) return isText ? 'text' : 'unknown'
    return found === 'pdf' || found === 'png' || found === 'jpg' ? found : 'unknown'
  }

  return { pass, size: () => size, sha256: () => hash.digest('hex'), content }
}
