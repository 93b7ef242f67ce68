import type { Locale } from './locale.ts'

/** A name in the reader's language, where one is known: names in Chinese characters are the Chinese ones. */
export function nameIn(locale: Locale, { name, nameAlt }: { name: string; nameAlt?: string | null }): string {
  if (!nameAlt) return name
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
  return isChinese(nameAlt) === (locale === 'zh-CN') && isChinese(name) !== (locale === 'zh-CN') ? nameAlt : name
}

/** The name in the other language, to stand beside `nameIn`. */
export function otherNameIn(locale: Locale, { name, nameAlt }: { name: string; nameAlt?: string | null }): string | undefined {
  return (nameIn(locale, { name, nameAlt }) === name ? nameAlt : name) ?? undefined
}
