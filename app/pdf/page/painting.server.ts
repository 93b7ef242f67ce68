import type { Run } from './document-fonts.server.ts'
import type { Sheet } from './document.server.ts'
import { classesOf, hasScriptGap, isWide } from './character-classes.ts'
import { SCRIPT_GAP, type Line } from './line-breaking.ts'
import { LINES, type Style } from './styles.ts'

type Place = {
  x: number
  /** Top of the line. */
  y: number
  style: Style
  /** Width available, in thousandths of an em. */
  limit: number
  /** Spread Chinese lines to the full width. */
  justify: boolean
}

/** Beyond this much per character a line is left ragged. */
const MOST_SPREAD = 60

/** The operators that draw one line; pdfkit has turned the page upside down, so the text matrix turns it back. */
export function paintLine(sheet: Sheet, line: Line, place: Place): string {
  const { style } = place
  if (line.text === '') return ''
  const runs = sheet.fonts.encode(line.text, style.weight)
  const spread = place.justify ? spreadOf(line, place.limit) : 0
  // the em box is centred in the leading; ideographs hang 0.12 em below the baseline
  const baseline = place.y + (style.leading - style.size) / 2 + style.size * 0.88
  const parts = runs.map((run, index) => {
    sheet.fonts.use(run.resource)
    const before = runs[index - 1]?.codePoints.at(-1)
    return `/${run.resource} ${style.size} Tf ${spread > 0 ? showSpread(run, before, (spread * style.size) / 1000) : showRun(run, before)}`
  })
  return `BT ${style.colour} rg 1 0 0 -1 ${round(place.x)} ${round(baseline)} Tm ${parts.join(' ')}${spread > 0 ? ' 0 Tc' : ''} ET`
}

export function hairline(sheet: Sheet, y: number, left = sheet.frame.left, right = sheet.frame.right) {
  stroke(sheet, y, { left, right, width: 0.6, colour: LINES.hair })
}

export function strongLine(sheet: Sheet, y: number, left = sheet.frame.left, right = sheet.frame.right) {
  stroke(sheet, y, { left, right, width: 0.6, colour: LINES.strong })
}

/** The ink rule that opens a table, a section or a duty. */
export function inkRule(sheet: Sheet, y: number, left = sheet.frame.left, right = sheet.frame.right) {
  stroke(sheet, y, { left, right, width: 1.2, colour: LINES.rule })
}

function stroke(sheet: Sheet, y: number, { left, right, width, colour }: { left: number; right: number; width: number; colour: string }) {
  sheet.writer.addContent(`/Artifact <</Type /Layout>> BDC ${colour} RG ${width} w ${round(left)} ${round(y)} m ${round(right)} ${round(y)} l S EMC`)
}

/** Extra room behind each Chinese character, in thousandths of an em. */
function spreadOf({ text, width, last }: Line, limit: number): number {
  if (last || limit - width < 1) return 0
  const gaps = [...text].slice(0, -1).filter((character) => isWide(classesOf(character.codePointAt(0) ?? 0))).length
  const spread = gaps > 0 ? (limit - width) / gaps : 0
  return spread > MOST_SPREAD ? 0 : spread
}

/** Character spacing goes on for Chinese and off for Latin. */
function showSpread({ codes, codePoints, resource }: Run, before: number | undefined, points: number): string {
  const shown: string[] = []
  const wideAt = (at: number) => isWide(classesOf(codePoints[at] ?? 0))
  for (let start = 0; start < codes.length; ) {
    const wide = wideAt(start)
    let end = start + 1
    while (end < codes.length && wideAt(end) === wide) end++
    const part = { resource, codes: codes.slice(start, end), codePoints: codePoints.slice(start, end) }
    shown.push(`${wide ? round(points) : 0} Tc ${showRun(part, start > 0 ? codePoints[start - 1] : before)}`)
    start = end
  }
  return shown.join(' ')
}

function showRun({ codes, codePoints }: Run, before: number | undefined): string {
  let shown = ''
  let left = before === undefined ? 0 : classesOf(before)
  for (let at = 0; at < codes.length; at++) {
    const right = classesOf(codePoints[at] ?? 0)
    if (hasScriptGap(left, right)) shown += `)${-SCRIPT_GAP}(`
    shown += codes[at]
    left = right
  }
  return `[(${shown})] TJ`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
