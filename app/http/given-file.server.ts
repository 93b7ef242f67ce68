import type { GivenFile } from '#app/domain/violations/given-file.server.ts'

/** A form's file: the id of one that the browser has sent ahead, else the bytes that came with the form; undefined when neither did. */
export function givenFile(form: FormData): GivenFile | undefined {
  const fileId = form.get('fileId')
  if (typeof fileId === 'string' && fileId !== '') return { fileId }
  const file = form.get('file')
  return file instanceof File && file.size > 0 ? { name: file.name, source: bytesOf(file) } : undefined
}

/** Forms are small enough to be in memory already. */
async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await file.arrayBuffer())
}

/** A document made here, as a file of the same kind. */
export async function* bytesOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
