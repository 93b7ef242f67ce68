import { Readable } from 'node:stream'
import type { StoredFile } from '#app/domain/evidence/keep-file.server.ts'

/** A stored file as a download: never shown in the page, never guessed at, and without rights even if a browser opens it. */
export function sendFile({ file, bytes }: { file: Pick<StoredFile, 'name' | 'mediaType' | 'sizeBytes'>; bytes: AsyncGenerator<Buffer> }): Response {
  const body = Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.sizeBytes),
      'Content-Disposition': disposition(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A plain name for old programs, the real one for the others (RFC 6266). */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
