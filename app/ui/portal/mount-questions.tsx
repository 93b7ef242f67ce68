import { hydrateRoot } from 'react-dom/client'
import { loadCatalogue } from '#app/i18n/load-catalogue.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translateIn } from '#app/i18n/translate.ts'
import { TranslateProvider } from '#app/i18n/use-t.tsx'
import { readLiveProps } from './live-props.ts'
import { QuestionPage } from './question-page.tsx'

/** Brings a page's questions to life where they stand. */
export async function mountQuestions(place: HTMLElement, locale: Locale) {
  const t = translateIn(locale, await loadCatalogue(locale, 'portal'))
  hydrateRoot(
    place,
    <TranslateProvider t={t}>
      <QuestionPage {...readLiveProps()} />
    </TranslateProvider>,
  )
}
