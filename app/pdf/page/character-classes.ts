/** Ideographs, Chinese, Japanese and other: two of them may always be parted. */
const LETTER = 1
/** Latin letters and digits: a gap belongs between them and ideographs. */
const LATIN = 2
export const SPACE = 4
/** Part of a word that stays whole. */
export const WORD = 8
/** May not begin a line (避头). */
export const NOT_FIRST = 16
/** May not end a line (避尾). */
export const NOT_LAST = 32
/** A word too long for a line breaks behind one of these, if it can. */
export const SEAM = 64

const KNOWN = 128
const NOT_FIRST_MARKS = new Set('、。，．：；！？）］｝」』】》〉〕〗…—～·％‰℃’”,.;:!?)]}%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ')
const NOT_LAST_MARKS = new Set('（［｛「『【《〈〔〖‘“([{￥＄$#')
const SEAMS = new Set('-/_.@=&?')
const IDEOGRAPH = /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u
/** Chinese punctuation and full-width forms. */
const WIDE_MARK = /[\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u3003\u3008-\u3020\u3030\uff00-\uffef]/u
const LATIN_LETTER = /[A-Za-z0-9\u00c0-\u024f]/

const table = new Uint8Array(0x10000)

/** The classes of a character as a set of bits; worked out once for each. */
export function classesOf(codePoint: number): number {
  if (codePoint > 0xffff) return work(codePoint)
  const known = table[codePoint] ?? 0
  return known & KNOWN ? known : (table[codePoint] = work(codePoint))
}

/** Between Chinese and Latin, as CSS text-autospace has it. */
export function hasScriptGap(left: number, right: number): boolean {
  return Boolean((left & LETTER && right & LATIN) || (left & LATIN && right & LETTER))
}

/** Neither word nor space: takes its share when a line is spread to the full width. */
export function isWide(classes: number): boolean {
  return (classes & (WORD | SPACE)) === 0
}

function work(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  const letter = IDEOGRAPH.test(character)
  const space = character === ' '
  return (
    KNOWN |
    (letter ? LETTER : 0) |
    (LATIN_LETTER.test(character) ? LATIN : 0) |
    (space ? SPACE : 0) |
    (letter || space || WIDE_MARK.test(character) ? 0 : WORD) |
    (NOT_FIRST_MARKS.has(character) ? NOT_FIRST : 0) |
    (NOT_LAST_MARKS.has(character) ? NOT_LAST : 0) |
    (SEAMS.has(character) ? SEAM : 0)
  )
}
