import { isLocale, type Locale } from './locale.ts'

const DEFAULT: Locale = 'en'

type LocaleSources = { cookie?: string; userLocale?: string; acceptLanguage?: string }

/** The language of a page: the reader's last choice, else their account's language, else the browser's wish, else en. */
export function resolveLocale({ cookie, userLocale, acceptLanguage }: LocaleSources): Locale {
  if (isLocale(cookie)) return cookie
  if (isLocale(userLocale)) return userLocale
  return preferred(acceptLanguage ?? '') ?? DEFAULT
}

function preferred(header: string): Locale | undefined {
  return header
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((each) => /^\s*q=([\d.]+)\s*$/i.exec(each)?.[1]).find(Boolean)
      return { locale: spoken(tag), q: q === undefined ? 1 : Number(q), index }
    })
    .filter((wish) => wish.locale !== undefined && wish.q > 0)
    .sort((a, b) => b.q - a.q || a.index - b.index)[0]?.locale
}

function spoken(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split('-')[0]
  if (language === 'zh') return 'zh-CN'
  return language === 'en' ? 'en' : undefined
}
