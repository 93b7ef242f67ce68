import type { i18n } from 'i18next'
import type { Key } from './catalogue.ts'
import type { Locale } from './locale.ts'

export type Values = Record<string, string | number | boolean | undefined>

export type Translate = {
  (key: Key, values?: Values): string
  /** A key that arrives as data, such as a Problem's. Unknown keys give `fallback`, else the key itself. */
  from: (key: string, values?: Values, fallback?: Key) => string
  locale: Locale
  /** The i18next instance behind it, for sentences with markup. */
  i18n: i18n
}

/** Wraps an i18next instance of one language as a typed `t`. */
export function translateWith(instance: i18n): Translate {
  const lookUp = (key: string, values?: Values) => instance.t(key, values ?? {})
  const t = (key: Key, values?: Values) => lookUp(key, values)
  const from = (key: string, values?: Values, fallback?: Key) =>
    fallback !== undefined && !instance.exists(key, values ?? {}) ? lookUp(fallback, values) : lookUp(key, values)
  return Object.assign(t, { from, locale: instance.language as Locale, i18n: instance })
}
