/** The part of fontkit 2 that this folder uses; the package ships no types. */
declare module 'fontkit' {
  export type Glyph = { id: number; advanceWidth: number }
  export type Subset = { includeGlyph(glyphId: number): number; encode(): Uint8Array }
  export type Font = {
    postscriptName: string
    unitsPerEm: number
    ascent: number
    descent: number
    capHeight: number
    xHeight: number
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    createSubset(): Subset
  }
  export function create(buffer: Uint8Array): Font
}
