import type { Part } from './blocks.server.ts'
import { STYLES, type Lang, type Style } from './styles.ts'

/** What a document is printed in. */
export type Printed = 'zh' | 'en' | 'both'
export type Words = { zh: string; en: string }
type Language = keyof Words
type Pair = { zh: Style; en: Style }

export const LANGS: Record<Language, Lang> = { zh: 'zh-CN', en: 'en' }

export function languagesOf(printed: Printed): Language[] {
  return printed === 'both' ? ['zh', 'en'] : [printed]
}

/** The language a document declares for itself. */
export function mainLang(printed: Printed): Lang {
  return printed === 'en' ? 'en' : 'zh-CN'
}

/** One part per language printed; words that are the same in both appear once, in the language that they are written in. */
export function partsOf(words: Words, printed: Printed, styles: Pair): Part[] {
  if (words.zh === words.en) return words.zh === '' ? [] : [{ text: words.zh, lang: langOf(words.zh), style: styles[printed === 'en' ? 'en' : 'zh'] }]
  return languagesOf(printed).map((language) => ({ text: words[language], lang: LANGS[language], style: styles[language] }))
}

/** Both languages in one line, for feet and short labels. */
export function inLine(words: Words, printed: Printed, between = ' '): string {
  return [...new Set(languagesOf(printed).map((language) => words[language]))].join(between)
}

const CELL: Pair = { zh: STYLES.cell, en: STYLES.cell }
/** In two languages the second steps back. */
const CELL_BOTH: Pair = { zh: STYLES.cell, en: STYLES.cellMuted }

export function cellStyles(printed: Printed): Pair {
  return printed === 'both' ? CELL_BOTH : CELL
}

function langOf(text: string): Lang {
  return /[\u3400-\u9fff]/.test(text) ? 'zh-CN' : 'en'
}
