import type { FileContent } from './file-type.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46

/**
 * Tells Word, Excel and PowerPoint packages apart by the names in the zip's directory, which lies at its end; nothing is
 * unpacked. `tail` is the end of the file, `size` its whole length in bytes.
 */
export function officeContent(tail: Uint8Array, size: number): FileContent {
  const names = directoryNames(tail, size)
  if (!names?.includes('[Content_Types].xml')) return 'unknown'
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return 'macros'
  return (['word', 'xl', 'ppt'] as const).find((folder) => names.some((name) => name.startsWith(`${folder}/`))) ?? 'unknown'
}

function directoryNames(tail: Uint8Array, size: number): string[] | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const first = view.getUint32(end + 16, true) - (size - tail.byteLength)
  return first < 0 ? undefined : readNames(view, first, view.getUint16(end + 10, true))
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

function readNames(view: DataView, first: number, count: number): string[] | undefined {
  const names: string[] = []
  let at = first
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number]
    if (at + ENTRY_LENGTH + name > view.byteLength) return undefined
    names.push(String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_LENGTH, name)))
    at += ENTRY_LENGTH + name + extra + comment
  }
  return names
}
