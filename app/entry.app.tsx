import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadCatalogue } from './i18n/load-catalogue.ts'
import { isLocale } from './i18n/locale.ts'
import { translateIn } from './i18n/translate.ts'
import { TranslateProvider } from './i18n/use-t.tsx'
import { PageSettingsProvider, type PageSettings } from './ui/page-settings.tsx'

const { lang, dataset } = document.documentElement
const locale = isLocale(lang) ? lang : 'en'
// React compares with what the browser shows of a nonce to scripts: nothing.
const settings = { theme: 'system', mode: 'production', requestId: '', ...dataset, locale, nonce: '' } as PageSettings

const t = translateIn(locale, await loadCatalogue(locale, 'whole'))

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageSettingsProvider value={settings}>
        <TranslateProvider t={t}>
          <RemixBrowser />
        </TranslateProvider>
      </PageSettingsProvider>
    </StrictMode>,
  )
})
