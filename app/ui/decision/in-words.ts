import type { Translate } from '#app/i18n/translate.ts'

/** The reader's language of a text that a record carries in both. */
export function inWords(words: { zh: string; en: string }, t: Translate): string {
  return t.locale === 'en' ? words.en : words.zh
}
