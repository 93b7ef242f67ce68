import { rowHeight, writeArtifactRow, writeRow, type Cell, type Part } from './blocks.server.ts'
import { ensureRoom, type Sheet } from './document.server.ts'
import { hairline, inkRule, strongLine } from './painting.server.ts'
import { columnWidths, GUTTER } from './column-widths.server.ts'
import { partsOf, type Printed, type Words } from './printed-language.ts'
import { STYLES } from './styles.ts'

export type TableColumn = {
  head: Words
  /** Width in proportion to the other columns. */
  share: number
  align?: 'left' | 'right'
}
/** The paragraphs of each cell, in column order. */
export type TableRow = Part[][]

const PADDING = { above: 4.5, below: 5.5 }

/** A ruled table: ink rule above, head repeated on every page, hairline below each row; a row moves rather than splits. */
export function table(sheet: Sheet, columns: TableColumn[], rows: TableRow[], printed: Printed) {
  const element = sheet.writer.struct('Table')
  sheet.root.add(element)
  const heads = columns.map(({ head: words }) => partsOf(words, printed, { zh: STYLES.head, en: STYLES.head }))
  const widths = columnWidths(sheet, columns.map(({ share }) => share), [heads, ...rows])
  const cellsFor = (parts: Part[][]) => placeCells(sheet, columns, widths, parts)
  const head = cellsFor(heads)
  const first = rows[0] ? rowHeight(sheet, cellsFor(rows[0])) : 0
  ensureRoom(sheet, Math.min(rowHeight(sheet, head) + first + 24, sheet.frame.bottom - sheet.frame.top))
  drawHead(sheet, () => {
    const row = sheet.writer.struct('TR')
    element.add(row)
    writeRow(sheet, head.map((cell) => ({ ...cell, tag: 'TH', scope: 'Column' as const })), { parent: row })
    row.end()
  })
  const onNewPage = () => drawHead(sheet, () => writeArtifactRow(sheet, head))
  for (const cells of rows) writeTableRow(sheet, element, cellsFor(cells), onNewPage)
  element.end()
}

/** Label and value, one pair a line, under an ink rule. */
export function definitions(sheet: Sheet, pairs: { label: Part[]; value: Part[] }[], { labelWidth = 118, left = sheet.frame.left, right = sheet.frame.right } = {}) {
  const element = sheet.writer.struct('Table')
  sheet.root.add(element)
  ensureRoom(sheet, 44)
  inkRule(sheet, sheet.y, left, right)
  for (const { label, value } of pairs) {
    const row = sheet.writer.struct('TR')
    element.add(row)
    const cells: Cell[] = [
      { x: left, width: labelWidth - GUTTER, parts: label, tag: 'TH', scope: 'Row' },
      { x: left + labelWidth, width: right - left - labelWidth, parts: value, tag: 'TD' },
    ]
    ensureRoom(sheet, Math.min(rowHeight(sheet, cells), 200) + PADDING.above + PADDING.below)
    sheet.y += PADDING.above
    writeRow(sheet, cells, { parent: row, keep: true })
    sheet.y += PADDING.below
    hairline(sheet, sheet.y, left, right)
    row.end()
  }
  element.end()
}

function drawHead(sheet: Sheet, write: () => void) {
  inkRule(sheet, sheet.y)
  sheet.y += PADDING.above
  write()
  sheet.y += PADDING.above
  strongLine(sheet, sheet.y)
}

function writeTableRow(sheet: Sheet, element: ReturnType<Sheet['writer']['struct']>, cells: Cell[], onNewPage: () => void) {
  const row = sheet.writer.struct('TR')
  element.add(row)
  sheet.y += PADDING.above
  writeRow(sheet, cells.map((cell) => ({ ...cell, tag: 'TD' })), {
    parent: row,
    keep: true,
    onNewPage: () => {
      onNewPage()
      sheet.y += PADDING.above
    },
  })
  sheet.y += PADDING.below
  hairline(sheet, sheet.y)
  row.end()
}

function placeCells(sheet: Sheet, columns: TableColumn[], widths: number[], parts: Part[][]): Cell[] {
  let x = sheet.frame.left
  return columns.map(({ align }, index) => {
    const cell: Cell = { x, width: widths[index] ?? 0, parts: parts[index] ?? [], align }
    x += cell.width + GUTTER
    return cell
  })
}
