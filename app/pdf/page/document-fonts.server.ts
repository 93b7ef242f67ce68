import { fontProgram, stringCode, type FontProgram } from './font-program.server.ts'
import { face, UnprintableCharacter, type Weight } from './fonts.server.ts'
import type { Reference, Writer } from './writer.server.ts'

/** Characters of one font resource: two-byte codes as they stand in a PDF string, and the code points behind them. */
export type Run = { resource: string; codes: string[]; codePoints: number[] }

/** The fonts of one document: a shared program where there is one, and a small subset of whatever else its text needs. */
export type DocumentFonts = {
  widthOf: (weight: Weight) => (codePoint: number) => number
  /** Splits text into runs of one font; throws UnprintableCharacter for what no font has. */
  encode: (text: string, weight: Weight) => Run[]
  /** Names a font on the current page. */
  use: (resource: string) => void
  embed: () => void
}

type Slot = { reference?: Reference; shared?: FontProgram; extra: Map<number, string>; codeOf: (codePoint: number) => string }

export function documentFonts(writer: Writer, shared: Partial<Record<Weight, FontProgram>>): DocumentFonts {
  const slots = new Map<string, Slot>()
  const slot = (resource: string, weight: Weight, program?: FontProgram): Slot => {
    const known = slots.get(resource)
    if (known) return known
    const made = program ? sharedSlot(program) : ownSlot(weight)
    slots.set(resource, made)
    return made
  }
  return {
    widthOf: (weight) => {
      const { widthOf } = face(weight)
      return (codePoint) => widthOf(codePoint) ?? refuse(codePoint)
    },
    encode: (text, weight) => {
      const program = shared[weight]
      const [common, own] = weight === 'bold' ? ['B0', 'B1'] : ['R0', 'R1']
      const runs: Run[] = []
      let run: Run | undefined
      for (let at = 0; at < text.length; ) {
        const codePoint = text.codePointAt(at) ?? 0
        at += codePoint > 0xffff ? 2 : 1
        const known = program?.codes.get(codePoint)
        const resource = known === undefined ? own : common
        if (run?.resource !== resource) runs.push((run = { resource, codes: [], codePoints: [] }))
        run.codes.push(known ?? slot(own, weight).codeOf(codePoint))
        run.codePoints.push(codePoint)
      }
      if (program && runs.some(({ resource }) => resource === common)) slot(common, weight, program)
      return runs
    },
    use: (resource) => {
      const found = slots.get(resource)
      if (!found || writer.page.fonts[resource]) return
      writer.page.fonts[resource] = found.reference ??= writer.ref({ Type: 'Font' })
    },
    embed: () => {
      for (const [resource, { reference, shared: program, extra }] of slots) {
        if (!reference) continue
        const weight = resource.startsWith('B') ? 'bold' : 'regular'
        embedProgram(writer, reference, program ?? fontProgram(face(weight).font, extra.keys()), resource)
      }
    },
  }
}

function sharedSlot(shared: FontProgram): Slot {
  return { shared, extra: new Map(), codeOf: (codePoint) => shared.codes.get(codePoint) ?? stringCode(0) }
}

/** Codes are given out as text comes; the subset built at the end includes glyphs in the same order, so it gives the same ones. */
function ownSlot(weight: Weight): Slot {
  const { font } = face(weight)
  const subset = font.createSubset()
  const extra = new Map<number, string>()
  const codeOf = (codePoint: number) => {
    const known = extra.get(codePoint)
    if (known) return known
    if (face(weight).widthOf(codePoint) === undefined) refuse(codePoint)
    const code = stringCode(subset.includeGlyph(font.glyphForCodePoint(codePoint).id))
    extra.set(codePoint, code)
    return code
  }
  return { extra, codeOf }
}

function refuse(codePoint: number): never {
  throw new UnprintableCharacter(String.fromCodePoint(codePoint))
}

/** pdfkit writes what is no plain object by its toString. */
function asWritten(text: string) {
  return { [Symbol.toStringTag]: 'PDF', toString: () => text }
}

/** A Type 0 font with its descendant, descriptor, file and Unicode map (PDF 32000-1, 9.7). */
function embedProgram(writer: Writer, reference: Reference, program: FontProgram, resource: string) {
  const { font, widths } = program
  const scale = 1000 / font.unitsPerEm
  // every subset has a tag of its own
  const name = `CUST${resource.replace('0', 'A').replace('1', 'B')}+${font.postscriptName}`
  const file = writer.ref({ Filter: 'FlateDecode', Length1: program.fileLength })
  file.end(program.file)
  const descriptor = writer.ref({
    Type: 'FontDescriptor', FontName: name, Flags: 4, FontFile2: file, ItalicAngle: 0, StemV: 80,
    FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((value) => value * scale),
    Ascent: font.ascent * scale, Descent: font.descent * scale, CapHeight: font.capHeight * scale, XHeight: font.xHeight * scale,
  })
  descriptor.end()
  const descendant = writer.ref({
    Type: 'Font', Subtype: 'CIDFontType2', BaseFont: name, CIDToGIDMap: 'Identity', FontDescriptor: descriptor, W: asWritten(widths), DW: 1000,
    // pdfkit writes strings as names and String objects as strings
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
  })
  descendant.end()
  const toUnicode = writer.ref({ Filter: 'FlateDecode' })
  toUnicode.end(program.toUnicode)
  Object.assign(reference.data, { Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: toUnicode })
  reference.end()
}
