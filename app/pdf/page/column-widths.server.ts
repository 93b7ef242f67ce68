import type { Part } from './blocks.server.ts'
import { classesOf, isWide } from './character-classes.ts'
import type { Sheet } from './document.server.ts'
import { printable } from './styles.ts'

export const GUTTER = 12

/** A word longer than this share of the table is broken rather than given a column. */
const WIDEST_WORD = 0.4

/**
 * Widths in points for columns of these shares; a column whose longest word would break takes what it needs from the
 * others. `rows` are cells of paragraphs, the head among them.
 */
export function columnWidths(sheet: Sheet, shares: number[], rows: Part[][][]): number[] {
  const total = sheet.frame.right - sheet.frame.left - GUTTER * (shares.length - 1)
  const needed = shares.map((_, index) => Math.min(total * WIDEST_WORD, widestWord(sheet, rows.flatMap((cells) => cells[index] ?? []))))
  const fixed = new Set<number>()
  for (;;) {
    const room = total - [...fixed].reduce((sum, index) => sum + (needed[index] ?? 0), 0)
    const open = shares.reduce((sum, share, index) => (fixed.has(index) ? sum : sum + share), 0)
    const widths = shares.map((share, index) => (fixed.has(index) ? (needed[index] ?? 0) : (room * share) / open))
    const tooNarrow = widths.findIndex((width, index) => !fixed.has(index) && width < (needed[index] ?? 0))
    if (tooNarrow < 0 || fixed.size === shares.length - 1) return room > 0 ? widths : shares.map((share) => (total * share) / sum(shares))
    fixed.add(tooNarrow)
  }
}

/** The words of a table repeat; each is measured once. */
function widestWord(sheet: Sheet, parts: Part[]): number {
  const seen = new Set<string>()
  let widest = 0
  for (const { text, style } of parts) {
    for (const word of words(printable(text))) {
      const key = `${style.size} ${style.weight} ${word}`
      if (seen.has(key)) continue
      seen.add(key)
      const widthOf = sheet.fonts.widthOf(style.weight)
      const width = sum([...word].map((character) => widthOf(character.codePointAt(0) ?? 0)))
      widest = Math.max(widest, (width * style.size) / 1000 + 0.1)
    }
  }
  return widest
}

/** Runs without a place to break: Chinese breaks anywhere, so only the others count. */
function words(text: string): string[] {
  return [...text].map((character) => (isWide(classesOf(character.codePointAt(0) ?? 0)) ? ' ' : character)).join('').split(' ').filter((word) => word !== '')
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
