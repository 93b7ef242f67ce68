/** What may be uploaded, by extension. Everything else is refused: archives, pictures that can hold scripts, programs. */
export const FILE_TYPES = {
  pdf: { mediaType: 'application/pdf', content: 'pdf' },
  png: { mediaType: 'image/png', content: 'png' },
  jpg: { mediaType: 'image/jpeg', content: 'jpg' },
  jpeg: { mediaType: 'image/jpeg', content: 'jpg' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', content: 'word' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: 'xl' },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', content: 'ppt' },
  csv: { mediaType: 'text/csv', content: 'text' },
  txt: { mediaType: 'text/plain', content: 'text' },
} as const
type FileExtension = keyof typeof FILE_TYPES
export type FileContent = (typeof FILE_TYPES)[FileExtension]['content'] | 'macros' | 'unknown'

export const FILE_EXTENSIONS = Object.keys(FILE_TYPES) as FileExtension[]
export const LARGEST_FILE_BYTES = 50 * 1024 * 1024
export const MOST_FILES_A_QUESTION = 20

const LONGEST_NAME = 180

/** The allowed extension of a name; undefined when it has none of them. */
export function extensionOf(name: string): FileExtension | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  return FILE_EXTENSIONS.find((each) => each === extension)
}

/** A name without folders, controls, direction marks and characters that some system forbids; never empty, its extension kept. */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const [, stem = plain, extension = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/is.exec(plain) ?? []
  return `${[...stem].slice(0, LONGEST_NAME).join('').trim() || 'file'}${extension}`
}
