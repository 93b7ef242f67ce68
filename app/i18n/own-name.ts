import type { Locale } from './locale.ts'

/** A name in the reader's language, where one is known: names in Chinese characters are the Chinese ones. */
export function nameIn(locale: Locale, { name, nameAlt }: { name: string; nameAlt?: string | null }): string {
  if (!nameAlt) return name
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
  return isChinese(nameAlt) === (locale === 'zh-CN') && isChinese(name) !== (locale === 'zh-CN') ? nameAlt : name
}
