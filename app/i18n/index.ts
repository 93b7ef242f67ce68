import en from './en.ts'
import { createI18n } from './instance.ts'
import type { Locale } from './locale.ts'
import { translateWith, type Translate } from './translate.ts'
import zhCN from './zh-CN.ts'

const catalogues = { en, 'zh-CN': zhCN }
const translators = new Map<Locale, Translate>()

/** `t` in one language, for code on the server: pages, mails, documents. Browser code uses `useT()`. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale)
  if (known) return known
  const made = translateWith(createI18n(locale, catalogues[locale]))
  translators.set(locale, made)
  return made
}
