import PDFDocument from 'pdfkit'

/** The part of pdfkit that this folder uses, with what its published types leave out. */
export type Reference = { data: Record<string, unknown>; end: (chunk?: Uint8Array) => void }
export type Element = { add: (child: Element | (() => void)) => Element; end: () => void }
type Page = { width: number; height: number; fonts: Record<string, Reference> }
type Outline = { addItem: (title: string, options?: { expanded?: boolean; top?: number; left?: number }) => Outline }
export type Writer = {
  page: Page
  outline: Outline
  ref: (data: Record<string, unknown>) => Reference
  addContent: (operators: string) => void
  addPage: (options: { size: 'A4'; layout: 'portrait' | 'landscape'; margin: number }) => void
  switchToPage: (index: number) => void
  bufferedPageRange: () => { start: number; count: number }
  struct: (type: string, options?: { lang?: string; scope?: 'Column' | 'Row'; title?: string }) => Element
  addStructure: (element: Element) => void
  end: () => void
  /** The whole file, after `end`. */
  bytes: () => Buffer
}

type WriterOptions = { title: string; lang: string; issuedAt: Date; keywords: string }

/** A tagged PDF 1.7 with nothing on it; title, language and date are all that tells it apart, so equal input gives equal bytes. */
export function openWriter({ title, lang, issuedAt, keywords }: WriterOptions): Writer {
  const document = new CollectingDocument({
    autoFirstPage: false,
    bufferPages: true,
    displayTitle: true,
    font: null as unknown as undefined, // pdfkit would load Helvetica; its types know no null
    info: { Title: metadataText(title), Creator: 'Custodia', Producer: 'Custodia', Keywords: metadataText(keywords), CreationDate: issuedAt },
    lang,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as unknown as undefined, // known to pdfkit 0.20, not yet to its types
    tagged: true,
  })
  // Writer names only what pdfkit 0.20 has; the cast adds the members that @types/pdfkit lacks.
  return document as unknown as Writer
}

/** Keeps the file in memory as it is made: a stream of two thousand small chunks costs more than the page they draw. */
class CollectingDocument extends PDFDocument {
  // no initialiser: the parent's constructor already writes
  declare private chunks: Uint8Array[] | undefined

  override push(chunk: Uint8Array | null): boolean {
    if (chunk) (this.chunks ??= []).push(chunk)
    return true
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks ?? [])
  }
}

/** pdfkit puts the title into XML as it stands. */
function metadataText(text: string): string {
  return text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞')
}
