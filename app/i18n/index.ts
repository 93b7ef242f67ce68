import en from './en.ts'
import type { Locale } from './locale.ts'
import { translateIn, type Translate } from './translate.ts'
import zhCN from './zh-CN.ts'

const translators = new Map<Locale, Translate>()

/** `t` in one language, for code on the server: pages, mails, documents. Browser code uses `useT()`. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale)
  if (known) return known
  const made = translateIn(locale, locale === 'en' ? en : zhCN)
  translators.set(locale, made)
  return made
}
