import type { Bilingual } from './template.ts'

/** A party's name as each language prints it: the one in Chinese characters is the Chinese one; a single name stands in both. */
export function namesOf({ name, nameAlt }: { name: string; nameAlt: string | null }): string | Bilingual {
  if (!nameAlt || isChinese(name) === isChinese(nameAlt)) return name
  return isChinese(name) ? { zh: name, en: nameAlt } : { zh: nameAlt, en: name }
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
