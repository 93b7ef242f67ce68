import { reviewAddress } from '#app/http/review-address.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'

export type SectionCount = { id: string; name: string; total: number; first: number }

/** The questionnaire's sections, each with how many of its answers need a person first. */
export function SectionList({ sections, assessmentId, current }: { sections: SectionCount[]; assessmentId: string; current?: string }) {
  const t = useT()
  const all = { id: '', name: t('review.sections.all'), total: sum(sections, 'total'), first: sum(sections, 'first') }
  return (
    <section className="pane first sections" aria-labelledby="sections-heading">
      <h2 id="sections-heading">{t('review.sections.title')}</h2>
      <ol>
        {[all, ...sections].map(({ id, name, total, first }) => (
          <li key={id}>
            <RouteLink to={reviewAddress(assessmentId, { section: id || undefined })} aria-current={(current ?? '') === id || undefined} keepScroll>
              <span className="code">{id}</span>
              <span>{name}</span>
              <span className="n">
                {first > 0 && <b className="is-danger">{first}</b>} {first > 0 ? t('review.sections.of', { total }) : total}
              </span>
            </RouteLink>
          </li>
        ))}
      </ol>
    </section>
  )
}

const sum = (sections: SectionCount[], key: 'total' | 'first') => sections.reduce((total, each) => total + each[key], 0)
