import fs from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { Problem } from '#app/domain/errors.ts'
import { fontProgram, type FontProgram } from './font-program.server.ts'

export type Weight = 'regular' | 'bold'

/** A face of Noto Sans SC; its tables are parsed once per process. */
type Face = {
  font: Font
  weight: Weight
  /** Advance width in thousandths of an em; undefined when the font has no such character. */
  widthOf: (codePoint: number) => number | undefined
}

/** A character that no installed font can draw: the name that holds it is refused, a box is never printed. */
export class UnprintableCharacter extends Problem {
  readonly character: string
  /** Such as U+20BB7. */
  readonly codePoint: string

  constructor(character: string) {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    super('invalid', 'pdf.unprintable', { character, codePoint })
    this.name = 'UnprintableCharacter'
    this.character = character
    this.codePoint = codePoint
  }
}

const FILES: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}
const faces = new Map<Weight, Face>()
const programs = new Map<string, FontProgram>()

export function face(weight: Weight): Face {
  const known = faces.get(weight)
  if (known) return known
  const file = createRequire(import.meta.url).resolve(FILES[weight])
  const font = create(fs.readFileSync(file))
  const made = { font, weight, widthOf: widthsOf(font) }
  faces.set(weight, made)
  return made
}

/**
 * A font file with just these characters, made once per process and shared by every document of a kind: embedding it costs
 * a copy. `kind` names the set; the same name always means the same characters. Characters outside the font are left out.
 */
export function sharedProgram(kind: string, weight: Weight, characters: () => Iterable<string>): FontProgram {
  const key = `${kind} ${weight}`
  const known = programs.get(key)
  if (known) return known
  const { font } = face(weight)
  const codePoints = [...new Set([...characters()].map((character) => character.codePointAt(0) ?? 0))].sort((a, b) => a - b)
  const made = fontProgram(font, codePoints.filter((codePoint) => font.hasGlyphForCodePoint(codePoint)))
  programs.set(key, made)
  return made
}

/** The first character of `text` that cannot be printed, in either weight; undefined when all can. */
export function unprintableIn(text: string): string | undefined {
  const { widthOf } = face('regular')
  return [...text].find((character) => !/[\n\t]/.test(character) && widthOf(character.codePointAt(0) ?? 0) === undefined)
}

const UNKNOWN = -2
const ABSENT = -1

function widthsOf(font: Font): Face['widthOf'] {
  const widths = new Float64Array(0x110000 / 4).fill(UNKNOWN) // planes 0 to 3 hold every script there is
  return (codePoint) => {
    if (codePoint >= widths.length) return undefined
    let width = widths[codePoint] ?? ABSENT
    if (width === UNKNOWN) {
      width = font.hasGlyphForCodePoint(codePoint) ? (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm : ABSENT
      widths[codePoint] = width
    }
    return width === ABSENT ? undefined : width
  }
}
