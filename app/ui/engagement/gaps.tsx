import type { Values } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { RouteLink } from '../route-link.tsx'

/** What keeps a request from being submitted: where, why, and the way there. */
type Gap = { field: string; key: string; data?: Values; label: string; to: string }

export function Gaps({ gaps }: { gaps: Gap[] }) {
  const t = useT()
  return (
    <Section title={t('engagements.submit.gaps', { count: gaps.length })}>
      <ul className="gaps">
        {gaps.map(({ field, key, data, label, to }) => (
          <li key={field + key}>
            <span>
              <b>{label}</b>
              <span className="sub">{t.from(key, data, 'form.required')}</span>
            </span>
            <RouteLink className="btn btn-sm" to={to} aria-label={`${t('engagements.submit.fix')} ${label}`}>
              {t('engagements.submit.fix')}
            </RouteLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
