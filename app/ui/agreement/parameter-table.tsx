import { useT } from '#app/i18n/use-t.tsx'
import { Facts } from '../page/facts.tsx'
import { Section } from '../page/section.tsx'
import type { AgreementPage } from './agreement-page.ts'

/** Every value that the clauses use, in the reader's language. */
export function ParameterTable({ parameters }: { parameters: AgreementPage['parameters'] }) {
  const t = useT()
  const language = t.locale === 'en' ? 'en' : 'zh'
  return (
    <Section title={t('agreements.parameters.title')} id="terms">
      <details className="more">
        <summary>{t('agreements.parameters.show')}</summary>
        <div className="terms">
          <Facts facts={parameters.map(({ name, words }) => ({ term: name[language], value: words[language] }))} />
        </div>
      </details>
    </Section>
  )
}
