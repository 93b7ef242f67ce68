import type { Bilingual, Language } from './template.ts'

/** Direction marks and zero-width characters could make a name read differently from what was signed. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
const CONTROL = /\p{Cc}+/gu

const DATE_FORMAT: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}
const PLACE_NAMES: Record<Language, Intl.DisplayNames> = {
  zh: new Intl.DisplayNames('zh-CN', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}
const SEPARATOR: Bilingual = { zh: '、', en: '; ' }

/** One line of what a person typed: NFC, no control or direction characters, single spaces. */
export function plainLine(text: string): string {
  return text.normalize('NFC').replace(CONTROL, ' ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** The same words in both languages, for names and numbers. */
export function sameWords(text: string | number): Bilingual {
  return { zh: String(text), en: String(text) }
}

/** '2026-11-24' as 2026年11月24日 and 24 November 2026. */
export function longDate(date: string): Bilingual {
  const instant = new Date(`${date}T00:00:00Z`)
  return { zh: DATE_FORMAT.zh.format(instant), en: DATE_FORMAT.en.format(instant) }
}

export function joinWords(list: Bilingual[]): Bilingual {
  return { zh: list.map((each) => each.zh).join(SEPARATOR.zh), en: list.map((each) => each.en).join(SEPARATOR.en) }
}

/** A country or region by its ISO 3166-1 alpha-2 code; `places` holds the names that the template fixes. */
export function placeName(code: string, places: Record<string, Bilingual>): Bilingual {
  const known = places[code]
  if (known) return known
  if (!/^[A-Z]{2}$/.test(code)) return sameWords(plainLine(code))
  return { zh: PLACE_NAMES.zh.of(code) ?? code, en: PLACE_NAMES.en.of(code) ?? code }
}

/** Puts values in the place of {{names}}, once: a value that contains braces stays as it is. */
export function fillIn(text: string, valueOf: (name: string) => string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => valueOf(name))
}
