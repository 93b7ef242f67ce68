import { Temporal } from 'temporal-polyfill'
import type { Key } from '#app/i18n/catalogue.ts'
import { translator } from '#app/i18n/index.ts'
import type { Values } from '#app/i18n/translate.ts'
import type { Words } from './printed-language.ts'

type PdfKey = Extract<Key, `pdf.${string}`>

/** A sentence of the PDF catalogue in both languages; `values` may differ between them. */
export function say(key: PdfKey, values: { zh?: Values; en?: Values } = {}): Words {
  return { zh: translator('zh-CN')(key, values.zh), en: translator('en')(key, values.en) }
}

/** The same values in both languages. */
export function both(values: Values): { zh: Values; en: Values } {
  return { zh: values, en: values }
}

/** Puts bilingual words into the values of `say`. */
export function spoken(values: Record<string, Words>): { zh: Values; en: Values } {
  const pick = (language: keyof Words) => Object.fromEntries(Object.entries(values).map(([name, words]) => [name, words[language]]))
  return { zh: pick('zh'), en: pick('en') }
}

/** '2026-11-24 10:32:05 +08:00' in an IANA zone. */
export function stamp(instant: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
  const text = local.toString({ fractionalSecondDigits: 0, timeZoneName: 'never' })
  return `${text.slice(0, 10)} ${text.slice(11, 19)} ${text.slice(19)}`
}

export function grouped(value: number | string): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
