import { createInstance, type i18n, type Resource } from 'i18next'
import type { Locale } from './locale.ts'

/** An i18next instance that speaks one language for ever, so requests cannot switch each other's. */
export function createI18n(locale: Locale, catalogue: object): i18n {
  const instance = createInstance({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: catalogue } } as Resource,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  })
  void instance.init()
  return instance
}
