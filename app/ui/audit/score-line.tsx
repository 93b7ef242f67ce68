import { OUTCOMES } from '#app/domain/audits/outcomes.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import type { AuditPage } from './audit-page.ts'
import { OUTCOME_MARK } from './audit-words.ts'

/** Score and grade as closed, or as the records stand so far, with the number of each outcome. */
export function ScoreLine({ page }: { page: AuditPage }) {
  const t = useT()
  const { audit, score, checks } = page
  const isFinal = audit.score !== null && audit.grade !== null
  const shown = isFinal ? { score: audit.score ?? 0, grade: audit.grade ?? 'D' } : score
  if (!shown) return null
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: checks.filter(({ result }) => result?.outcome === outcome).length })).filter(({ count }) => count > 0)
  return (
    <Section title={t('audits.score')} aside={t(isFinal ? 'audits.scoreFinal' : 'audits.scoreSoFar')}>
      <p className="audit-score">
        <b>{shown.grade}</b> <span className="num">{t('audits.scoreOf', { score: shown.score })}</span>
      </p>
      <ul className="outcome-counts">
        {counts.map(({ outcome, count }) => (
          <li key={outcome}>
            <Status mark={OUTCOME_MARK[outcome]}>{t('audits.outcomeCount', { outcome: t(`audits.outcome.${outcome}`), count })}</Status>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('audits.scoreRule')}</p>
    </Section>
  )
}
