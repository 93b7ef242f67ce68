import { classesOf, hasScriptGap, NOT_FIRST, NOT_LAST, SEAM, SPACE, WORD } from './character-classes.ts'

/** A line of a paragraph: what it says and how wide it is, in thousandths of an em. */
export type Line = { text: string; width: number; last: boolean }

/** Thousandths of an em between Chinese and Latin letters or digits. */
export const SCRIPT_GAP = 125

/** Column by column, because a document measures tens of thousands of characters. */
type Measured = { length: number; offsets: Uint32Array; classes: Uint8Array; widths: Float64Array }

let scratch: Measured = { length: 0, offsets: new Uint32Array(1024), classes: new Uint8Array(1024), widths: new Float64Array(1024) }

/**
 * Breaks one paragraph into lines of at most `limit` thousandths of an em. Chinese breaks between any two characters save
 * where punctuation forbids it; Latin words stay whole unless a single one is longer than a line. Lines after the first are
 * narrower by `hang`. `widthOf` takes a code point.
 */
export function breakLines(text: string, limit: number, widthOf: (codePoint: number) => number, hang = 0): Line[] {
  const measured = measure(text, widthOf)
  const lines: Line[] = []
  let start = 0
  while (start < measured.length) {
    const end = lineEnd(measured, start, lines.length === 0 ? limit : limit - hang)
    lines.push(lineFrom(text, measured, start, end))
    start = end
    while (start < measured.length && is(measured, start, SPACE)) start++
  }
  const last = lines.at(-1)
  if (!last) return [{ text: '', width: 0, last: true }]
  last.last = true
  return lines
}

/** `widths` holds each character with the gap before it; a line's first character loses its gap. */
function measure(text: string, widthOf: (codePoint: number) => number): Measured {
  if (scratch.widths.length <= text.length) {
    const room = text.length * 2
    scratch = { length: 0, offsets: new Uint32Array(room), classes: new Uint8Array(room), widths: new Float64Array(room) }
  }
  const { offsets, classes, widths } = scratch
  let count = 0
  let before = 0
  for (let at = 0; at < text.length; count++) {
    const codePoint = text.codePointAt(at) ?? 0
    const own = classesOf(codePoint)
    offsets[count] = at
    classes[count] = own
    widths[count] = widthOf(codePoint) + (count > 0 && hasScriptGap(before, own) ? SCRIPT_GAP : 0)
    before = own
    at += codePoint > 0xffff ? 2 : 1
  }
  offsets[count] = text.length
  scratch.length = count
  return scratch
}

function lineEnd(measured: Measured, start: number, limit: number): number {
  let width = 0
  let opportunity = start
  let seam = start
  for (let at = start; at < measured.length; at++) {
    if (at > start && mayBreak(measured.classes[at - 1] ?? 0, measured.classes[at] ?? 0)) opportunity = at
    if (at > start && is(measured, at - 1, SEAM)) seam = at
    width += widthAt(measured, start, at)
    if (width > limit && at > start && !is(measured, at, SPACE)) return [opportunity, seam, at].find((place) => place > start) ?? at
  }
  return measured.length
}

function mayBreak(before: number, after: number): boolean {
  if (after & (SPACE | NOT_FIRST) || before & NOT_LAST) return false
  return Boolean(before & SPACE) || !(before & WORD && after & WORD)
}

function lineFrom(text: string, measured: Measured, start: number, end: number): Line {
  let stop = end
  while (stop > start && is(measured, stop - 1, SPACE)) stop--
  let width = 0
  for (let at = start; at < stop; at++) width += widthAt(measured, start, at)
  return { text: text.slice(measured.offsets[start], measured.offsets[stop]), width, last: false }
}

function widthAt({ widths, classes }: Measured, start: number, at: number): number {
  const width = widths[at] ?? 0
  return at === start && at > 0 && hasScriptGap(classes[at - 1] ?? 0, classes[at] ?? 0) ? width - SCRIPT_GAP : width
}

function is({ classes }: Measured, at: number, wanted: number): boolean {
  return ((classes[at] ?? 0) & wanted) !== 0
}
