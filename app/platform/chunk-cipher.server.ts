import { createCipheriv, createDecipheriv } from 'node:crypto'

const CHUNK = 64 * 1024
const TAG = 16

// AES-256-GCM chunk by chunk, so that no byte leaves before it was checked. The key serves one file only, so the chunk's
// number may be the nonce; `bound`, the number and the last chunk's mark are authenticated: chunks cannot be moved, cut or swapped.

/** Seals a stream; `key` must never seal a second one. */
export async function* sealChunks(key: Buffer, bound: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let index = 0
  for await (const { chunk, last } of inChunks(source, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index)).setAAD(mark(bound, index, last))
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    index++
  }
}

/** Opens what sealChunks made; throws at the first chunk that was changed, moved or cut. */
export async function* openChunks(key: Buffer, bound: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let index = 0
  for await (const { chunk, last } of inChunks(sealed, CHUNK + TAG)) {
    const body = chunk.length - TAG
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(index)).setAAD(mark(bound, index, last))
    decipher.setAuthTag(chunk.subarray(body))
    yield Buffer.concat([decipher.update(chunk.subarray(0, body)), decipher.final()])
    index++
  }
}

/** Regroups a stream into pieces of one size; knows which is the last. An empty stream is one empty last piece. */
async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let held: Buffer[] = []
  let length = 0
  for await (const piece of source) {
    held.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    length += piece.byteLength
    if (length <= size) continue
    let rest = Buffer.concat(held)
    while (rest.length > size) {
      yield { chunk: rest.subarray(0, size), last: false }
      rest = rest.subarray(size)
    }
    held = [rest]
    length = rest.length
  }
  yield { chunk: Buffer.concat(held), last: true }
}

function nonce(index: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(index, 8)
  return bytes
}

const mark = (bound: string, index: number, last: boolean) => Buffer.from(`${bound}|${index}|${last ? 'last' : 'more'}`)
