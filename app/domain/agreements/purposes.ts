import type { Bilingual } from './template.ts'

type Item = string | (Bilingual & { code?: string })
type CatchAll = { whole: string[]; ending: string[] }

/** True for a purpose that names nothing: `other` without explanation, "any lawful purpose", a list that ends in "etc." (agreement.yaml purposes). */
export function isCatchAll(item: Item, words: Bilingual, { whole, ending }: CatchAll): boolean {
  if (item === 'other') return true
  return [words.zh, words.en].map(bare).some((text) => whole.includes(text) || ending.some((end) => endsIn(text, end)))
}

/** The IN-04 code of a purpose, if it has one. */
export function purposeCode(item: Item, known: Record<string, Bilingual>): string | undefined {
  if (typeof item === 'object') return item.code
  return item in known ? item : undefined
}

/** Lower case, one spelling of 其他, single spaces, without the punctuation around it. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll('其它', '其他').replace(/\s+/g, ' ').replace(/^[\s.,;:，。、；：（(]+|[\s.,;:，。、；：）)]+$/gu, '')
}

function endsIn(text: string, end: string): boolean {
  const plain = bare(end)
  return /^[a-z]/.test(plain) ? text === plain || text.endsWith(` ${plain}`) || text.endsWith(`,${plain}`) : text.endsWith(plain)
}
