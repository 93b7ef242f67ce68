import { COUNTRY_CODES } from '#app/domain/questionnaires/country-codes.ts'
import type { Locale } from './locale.ts'

/** Names that Chinese usage writes in full. */
const IN_CHINESE: Record<string, string> = { HK: '中国香港', MO: '中国澳门', TW: '中国台湾' }
const FIRST = 'CN'

export type CountryOption = { v: string; label: string }

const lists = new Map<Locale, CountryOption[]>()

/** Every country and region by name in one language, China first. For the server: browsers name some of them otherwise. */
export function countryOptions(locale: Locale): CountryOption[] {
  const known = lists.get(locale)
  if (known) return known
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const order = new Intl.Collator(locale)
  const all = COUNTRY_CODES.map((v) => ({ v, label: (locale === 'zh-CN' ? IN_CHINESE[v] : undefined) ?? names.of(v) ?? v }))
  const made = all.sort((a, b) => Number(b.v === FIRST) - Number(a.v === FIRST) || order.compare(a.label, b.label))
  lists.set(locale, made)
  return made
}
