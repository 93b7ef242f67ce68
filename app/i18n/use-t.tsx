import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from './locale.ts'
import type { Translate } from './translate.ts'

const TranslateContext = createContext<Translate | undefined>(undefined)

export function TranslateProvider({ t, children }: { t: Translate; children: ReactNode }) {
  return <TranslateContext.Provider value={t}>{children}</TranslateContext.Provider>
}

/** The typed `t` of the page's language. */
export function useT(): Translate {
  const t = useContext(TranslateContext)
  if (!t) throw new Error('useT() outside TranslateProvider')
  return t
}

export function useLocale(): Locale {
  return useT().locale
}
