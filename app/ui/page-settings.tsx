import { createContext, useContext, type ReactNode } from 'react'
import type { Mode, Theme } from '#app/http/load-context.ts'
import type { Locale } from '#app/i18n/locale.ts'

export type PageSettings = {
  locale: Locale
  theme: Theme
  mode: Mode
  requestId: string
  nonce: string
  /** The script of a page that works as plain HTML, and in development what keeps it fresh; pages without it load the router. */
  plain?: { entry: string; runtime?: string }
}

const Settings = createContext<PageSettings | undefined>(undefined)

/** Carries what the document itself needs, also where no loader ran (an unknown address, a broken database). */
export function PageSettingsProvider({ value, children }: { value: PageSettings; children: ReactNode }) {
  return <Settings.Provider value={value}>{children}</Settings.Provider>
}

export function usePageSettings(): PageSettings {
  const settings = useContext(Settings)
  if (!settings) throw new Error('usePageSettings() outside PageSettingsProvider')
  return settings
}
