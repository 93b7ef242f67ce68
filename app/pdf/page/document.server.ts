import { documentFonts, type DocumentFonts } from './document-fonts.server.ts'
import type { FontProgram } from './font-program.server.ts'
import type { Weight } from './fonts.server.ts'
import { hairline, paintLine } from './painting.server.ts'
import { breakLines } from './line-breaking.ts'
import { printable, STYLES, type Lang } from './styles.ts'
import { openWriter, type Element, type Writer } from './writer.server.ts'

type Orientation = 'portrait' | 'landscape'
type Frame = { left: number; right: number; top: number; bottom: number }

type DocumentOptions = {
  title: string
  lang: Lang
  /** Fixed date in the file; equal input gives equal bytes. */
  issuedAt: Date
  /** Left foot: number and version. */
  reference: string
  /** SHA-256 of what the document says, printed in the foot; undefined for a draft. */
  digest?: string
  /** Words before the digest, such as "Draft" when there is none. */
  digestLabel: string
  pageLabel: (page: number, pages: number) => string
  programs?: Partial<Record<Weight, FontProgram>>
}

/** A document being written: `y` is where the next thing goes, in points from the top of the current page. */
export type Sheet = {
  writer: Writer
  fonts: DocumentFonts
  root: Element
  frame: Frame
  y: number
  options: DocumentOptions
}

const MARGIN = { left: 54, right: 54, top: 56, bottom: 66 }

export function openDocument(options: DocumentOptions, orientation: Orientation = 'portrait'): Sheet {
  const writer = openWriter({ title: printable(options.title), lang: options.lang, issuedAt: options.issuedAt, keywords: options.digest ?? options.reference })
  const root = writer.struct('Document')
  const sheet: Sheet = {
    writer, root, options, fonts: documentFonts(writer, options.programs ?? {}), frame: { left: 0, right: 0, top: 0, bottom: 0 }, y: 0,
  }
  newPage(sheet, orientation)
  writer.addStructure(root)
  return sheet
}

export function newPage(sheet: Sheet, orientation?: Orientation) {
  const { writer } = sheet
  const turned = orientation ?? (sheet.frame.right > 600 ? 'landscape' : 'portrait')
  writer.addPage({ size: 'A4', layout: turned, margin: 0 })
  const { width, height } = writer.page
  sheet.frame = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom }
  sheet.y = MARGIN.top
}

/** Starts a new page unless `height` points are left on this one. */
export function ensureRoom(sheet: Sheet, height: number) {
  if (sheet.y + height > sheet.frame.bottom && sheet.y > sheet.frame.top) newPage(sheet)
}

/** Writes the feet, embeds the fonts and gives the file. */
export function closeDocument(sheet: Sheet): Buffer {
  const { writer } = sheet
  const { start, count } = writer.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    writer.switchToPage(page)
    writeFoot(sheet, page - start + 1, count)
  }
  sheet.fonts.embed()
  writer.end()
  return writer.bytes()
}

function writeFoot(sheet: Sheet, page: number, pages: number) {
  const { writer, options } = sheet
  const [left, right, top] = [MARGIN.left, writer.page.width - MARGIN.right, writer.page.height - 44]
  hairline(sheet, top, left, right)
  const style = STYLES.foot
  const write = (text: string, x: number, y: number, align: 'left' | 'right') => {
    const [line] = breakLines(printable(text), Infinity, sheet.fonts.widthOf(style.weight))
    if (!line) return
    const at = align === 'left' ? x : x - (line.width * style.size) / 1000
    writer.addContent(`/Artifact <</Type /Pagination>> BDC ${paintLine(sheet, line, { x: at, y, style, limit: Infinity, justify: false })} EMC`)
  }
  write(options.reference, left, top + 5, 'left')
  write(options.pageLabel(page, pages), right, top + 5, 'right')
  write(options.digest ? `${options.digestLabel} ${options.digest}` : options.digestLabel, left, top + 16, 'left')
}
