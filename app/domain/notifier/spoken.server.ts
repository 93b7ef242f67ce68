import { translator } from '#app/i18n/index.ts'
import { LOCALES } from '#app/i18n/locale.ts'

/** A word of the product for {name} in a message, in each language: name_zh and name_en. */
export function spoken(name: string, key: string, values?: Record<string, string>): Record<string, string> {
  const words = LOCALES.map((locale) => [`${name}_${locale === 'en' ? 'en' : 'zh'}`, translator(locale).from(key, values)] as const)
  return { [name]: words[0]![1], ...Object.fromEntries(words) }
}
