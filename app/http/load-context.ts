import type { Locale } from '#app/i18n/locale.ts'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

export type Mode = 'demo' | 'production'

/** What the server tells every loader, action and page about the request it answers. */
export type LoadContext = {
  /** Only scripts and style elements that carry it run. */
  cspNonce: string
  /** A person may quote it; the log carries it. */
  requestId: string
  /** The request's instant; nothing reads the clock itself. */
  now: Date
  locale: Locale
  theme: Theme
  mode: Mode
  /** Where people and mails reach this installation, without a slash at the end. */
  publicUrl: string
  /** The peer's address, as far as TRUST_PROXY lets it be believed. */
  ip: string
  /** Ends the request's transaction; called once before the page is rendered. */
  endRequest?: () => void | Promise<void>
  /** Takes an unexpected error to the log. */
  reportError?: (error: unknown) => void
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
  /** Loaders hand over dates, maps and undefined as they are. */
  interface Future {
    v3_singleFetch: true
  }
}
