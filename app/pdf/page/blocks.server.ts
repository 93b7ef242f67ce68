import { breakLines, type Line } from './line-breaking.ts'
import { ensureRoom, newPage, type Sheet } from './document.server.ts'
import { paintLine } from './painting.server.ts'
import { englishQuotes, printable, type Lang, type Style } from './styles.ts'
import type { Element } from './writer.server.ts'

/** A paragraph in one language. */
export type Part = {
  text: string
  style: Style
  lang: Lang
  /** Space above, unless it begins a column on its page. */
  before?: number
  /** Indent of the lines after the first, as behind "1. ". */
  hang?: number
}
/** Paragraphs one under the other in one column. */
export type Cell = { x: number; width: number; parts: Part[]; tag?: string; scope?: 'Column' | 'Row'; align?: 'left' | 'right' }

type RowOptions = {
  parent?: Element
  /** Move to the next page rather than split; a row taller than a page is split anyway. */
  keep?: boolean
  /** Called on each page that the row flows to, before it goes on. */
  onNewPage?: () => void
}

/** `above` is the space over the line. */
type Placed = { line: Line; part: Part; element: Element; above: number; indent: number }
type Column = { cell: Cell; lines: Placed[]; at: number; elements: Element[] }

/** Writes columns side by side from the current `y` and moves below the tallest. */
export function writeRow(sheet: Sheet, cells: Cell[], { parent = sheet.root, keep = false, onNewPage }: RowOptions = {}) {
  if (keep && mustMove(sheet, rowHeight(sheet, cells))) turnPage(sheet, onNewPage)
  const columns = cells.map((cell) => placeColumn(sheet, cell, parent))
  while (columns.some((column) => column.at < column.lines.length)) {
    const top = sheet.y
    const written = columns.map((column) => writeColumn(sheet, column, top))
    sheet.y = Math.max(top, ...written)
    if (columns.some((column) => column.at < column.lines.length)) turnPage(sheet, onNewPage)
  }
  for (const column of columns) for (const element of column.elements) element.end()
}

/** A paragraph over the full width, or from `x` on. */
export function paragraph(sheet: Sheet, part: Part, { x = sheet.frame.left }: { x?: number } = {}) {
  writeRow(sheet, [{ x, width: sheet.frame.right - x, parts: [part] }])
}

/** A heading that stays with at least `follow` points of what comes after it: three lines, the least that a page takes of a paragraph of three. */
export function heading(sheet: Sheet, parts: Part[], { tag = 'H2', follow = 52 }: { tag?: string; follow?: number } = {}) {
  const { left, right } = sheet.frame
  const cell: Cell = { x: left, width: right - left, parts, tag }
  ensureRoom(sheet, rowHeight(sheet, [cell]) + follow)
  writeRow(sheet, [cell], { keep: true })
}

export function rowHeight(sheet: Sheet, cells: Cell[]): number {
  return Math.max(0, ...cells.map((cell) => placedLines(sheet, cell).reduce((sum, placed) => sum + heightOf(placed), 0)))
}

/** Draws a row as an artifact: a repeated table head is not read twice. */
export function writeArtifactRow(sheet: Sheet, cells: Cell[]) {
  const top = sheet.y
  for (const cell of cells) {
    let y = top
    for (const placed of placedLines(sheet, cell)) {
      sheet.writer.addContent(`/Artifact <</Type /Pagination>> BDC ${paint(sheet, placed, cell, y + placed.above)} EMC`)
      y += heightOf(placed)
    }
  }
  sheet.y = top + rowHeight(sheet, cells)
}

/** It does not fit here but would on a page of its own, under a repeated head. */
function mustMove(sheet: Sheet, height: number): boolean {
  const { top, bottom } = sheet.frame
  return height <= bottom - top - 60 && sheet.y + height > bottom
}

function turnPage(sheet: Sheet, onNewPage?: () => void) {
  newPage(sheet)
  onNewPage?.()
}

function placeColumn(sheet: Sheet, cell: Cell, parent: Element): Column {
  const { writer } = sheet
  const tag = cell.tag ?? 'P'
  const [only] = cell.parts
  if (cell.parts.length === 1 && only) {
    const element = writer.struct(tag, { lang: only.lang, scope: cell.scope })
    parent.add(element)
    return { cell, at: 0, elements: [element], lines: placedLines(sheet, cell, () => element) }
  }
  const container = writer.struct(tag, { scope: cell.scope })
  parent.add(container)
  const lines = placedLines(sheet, cell, (part) => {
    const element = writer.struct(/^H\d$/.test(tag) ? 'Span' : 'P', { lang: part.lang })
    container.add(element)
    return element
  })
  return { cell, at: 0, elements: [container], lines }
}

/** Writes what fits and gives the y below it; never leaves a single line of a paragraph behind or alone on a page. */
function writeColumn(sheet: Sheet, column: Column, top: number): number {
  const { lines, cell } = column
  const end = lastThatFits(sheet, column, top)
  let y = top
  while (column.at < end) {
    const { element } = lines[column.at] as Placed
    const operators: string[] = []
    while (column.at < end && lines[column.at]?.element === element) {
      const placed = lines[column.at] as Placed
      if (y > top) y += placed.above
      operators.push(paint(sheet, placed, cell, y))
      y += placed.part.style.leading
      column.at++
    }
    const content = operators.join(' ').trim()
    if (content !== '') element.add(() => sheet.writer.addContent(content))
  }
  return y
}

function lastThatFits(sheet: Sheet, { lines, at }: Column, top: number): number {
  let end = at
  let y = top
  for (let placed = lines[end]; placed; placed = lines[++end]) {
    y += (end === at ? 0 : placed.above) + placed.part.style.leading
    if (y > sheet.frame.bottom) break
  }
  const atTop = top <= sheet.frame.top
  if (end < lines.length) end = withoutStragglers(lines, at, end, atTop)
  return end === at && atTop ? Math.min(at + 1, lines.length) : end
}

function withoutStragglers(lines: Placed[], start: number, end: number, atTop: boolean): number {
  const part = lines[end]?.part
  let first = end
  while (first > start && lines[first - 1]?.part === part) first--
  let last = end
  while (last < lines.length && lines[last]?.part === part) last++
  const onThisPage = end - first
  if (onThisPage === 1 && last - first > 1 && !(atTop && first === start)) return end - 1
  if (last - end !== 1 || onThisPage === 0) return end
  if (onThisPage > 2) return end - 1
  return atTop && first === start ? end : first
}

function heightOf({ above, part }: Placed): number {
  return above + part.style.leading
}

function placedLines(sheet: Sheet, cell: Cell, elementFor: (part: Part) => Element = () => sheet.root): Placed[] {
  return cell.parts.flatMap((part, index) => {
    const element = elementFor(part)
    return linesOf(sheet, part, cell.width).map((line, at) => ({
      line, part, element, above: at === 0 && index > 0 ? (part.before ?? 0) : 0, indent: at === 0 ? 0 : (part.hang ?? 0),
    }))
  })
}

/** Rows are measured before they are written; the second look costs nothing. */
const broken = new WeakMap<Part, { width: number; lines: Line[] }>()

function linesOf(sheet: Sheet, part: Part, width: number): Line[] {
  const known = broken.get(part)
  if (known?.width === width) return known.lines
  const lines = breakPart(sheet, part, width)
  broken.set(part, { width, lines })
  return lines
}

function breakPart(sheet: Sheet, part: Part, width: number): Line[] {
  const { size, weight } = part.style
  const [limit, hang] = [(width * 1000) / size, ((part.hang ?? 0) * 1000) / size]
  return textOf(part).split('\n').flatMap((text) => breakLines(text, limit, sheet.fonts.widthOf(weight), hang))
}

function textOf({ text, lang }: Part): string {
  const lines = text.split('\n').map(printable).join('\n')
  return lang === 'en' ? englishQuotes(lines) : lines
}

function paint(sheet: Sheet, { line, part: { style, lang }, indent }: Placed, cell: Cell, y: number): string {
  const limit = ((cell.width - indent) * 1000) / style.size
  const x = cell.align === 'right' ? cell.x + cell.width - (line.width * style.size) / 1000 : cell.x + indent
  return paintLine(sheet, line, { x, y, style, limit, justify: lang === 'zh-CN' && cell.align !== 'right' })
}

export const GAP = { row: 5, block: 10, section: 22 } as const
