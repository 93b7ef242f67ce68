import { deflateSync } from 'node:zlib'
import type { Font } from 'fontkit'

/** A TrueType subset ready to be put into a PDF: codes, widths, compressed file and its map back to Unicode. */
export type FontProgram = {
  font: Font
  /** Two-byte code as it stands inside a PDF string, by code point. */
  codes: Map<number, string>
  /** Widths in thousandths of an em by glyph, as PDF text. */
  widths: string
  file: Buffer
  fileLength: number
  toUnicode: Buffer
}

/** Subsets `font` to the code points given, in their order; every one must be in the font. */
export function fontProgram(font: Font, codePoints: Iterable<number>): FontProgram {
  const subset = font.createSubset()
  const scale = 1000 / font.unitsPerEm
  const codes = new Map<number, string>()
  const widths = [font.glyphForCodePoint(0xfffe).advanceWidth * scale]
  const unicode = [0xfffd]
  for (const codePoint of codePoints) {
    const glyph = font.glyphForCodePoint(codePoint)
    const code = subset.includeGlyph(glyph.id)
    codes.set(codePoint, stringCode(code))
    widths[code] ??= glyph.advanceWidth * scale
    unicode[code] ??= codePoint
  }
  const file = subset.encode()
  return { font, codes, widths: `[0 [${widths.join(' ')}]]`, file: deflateSync(file), fileLength: file.length, toUnicode: deflateSync(toUnicodeMap(unicode)) }
}

/** A glyph's code between the brackets of a PDF string; brackets, backslash and line ends are escaped (PDF 32000-1, 7.3.4.2). */
export function stringCode(code: number): string {
  return [code >> 8, code & 0xff].map((byte) => ESCAPES.get(byte) ?? String.fromCharCode(byte)).join('')
}

const ESCAPES = new Map([[0x28, '\\('], [0x29, '\\)'], [0x5c, '\\\\'], [0x0d, '\\r'], [0x0a, '\\n']])

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** The character map that copying and searching use (PDF 32000-1, 9.10.3). */
function toUnicodeMap(unicode: number[]): Buffer {
  const entries = unicode.map((codePoint, code) => `<${hex(code)}> <${Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex')}>`)
  const blocks: string[] = []
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return Buffer.from(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`)
}
