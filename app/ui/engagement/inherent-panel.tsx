import { explainTier } from '#app/domain/engagements/explain-tier.ts'
import { DIMENSIONS } from '#app/domain/questionnaires/template.ts'
import { cadenceOf } from '#app/domain/scoring/cadence.ts'
import { DIMENSION_MAX, type InherentRisk } from '#app/domain/scoring/inherent.ts'
import { list } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Bar } from '../bar.tsx'
import { Facts } from '../page/facts.tsx'
import { Section } from '../page/section.tsx'
import { Tier } from '../risk/tier.tsx'

/** The inherent risk so far: points by dimension, floors, the tier with its reason, and what it brings. */
export function InherentPanel({ inherent }: { inherent: InherentRisk }) {
  const t = useT()
  return (
    <div className="inherent" tabIndex={0} role="group" aria-label={t('engagements.inherent.title')}>
      <Section title={t('engagements.inherent.title')} aside={<Tier tier={inherent.tier} />}>
        <p className="inherent-total">
          <b>{inherent.ir}</b> <span className="muted">{t('engagements.inherent.total')}</span>
        </p>
        <ul className="inherent-points">
          {DIMENSIONS.map((id) => (
            <li key={id}>
              <span>{t(`scoring.dimension.${id}`)}</span>
              <Bar share={inherent.points[id] / DIMENSION_MAX[id]} />
              <span className="num">{t('engagements.inherent.points', { points: inherent.points[id], max: DIMENSION_MAX[id] })}</span>
            </li>
          ))}
        </ul>
        <p className="small" role="status">
          {whyTier(inherent, t)}
        </p>
        {inherent.floors.length > 0 && (
          <ul className="inherent-floors">
            {inherent.floors.map((id) => (
              <li key={id}>
                <span className="mono">{id}</span> {t(`scoring.floor.${id}`)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('engagements.inherent.means')}>
        <TierMeaning tier={inherent.tier} />
      </Section>
    </div>
  )
}

/** "63 points: T2 starts at 45", or which floors raised it. */
export function whyTier(inherent: Pick<InherentRisk, 'ir' | 'floors' | 'tier'>, t: Translate): string {
  const reason = explainTier(inherent)
  if (reason.kind === 'points') return t('engagements.inherent.byPoints', { points: inherent.ir, tier: inherent.tier, start: reason.start })
  return t('engagements.inherent.byFloor', { points: inherent.ir, from: reason.from, floors: list(reason.floors, t.locale), tier: inherent.tier })
}

/** What a tier brings: questionnaire, audits, reassessment, logs (scoring.md §11). */
export function TierMeaning({ tier }: { tier: InherentRisk['tier'] }) {
  const t = useT()
  const cadence = cadenceOf({ tier, band: 'A' })
  return (
    <Facts
      facts={[
        { term: t('engagements.inherent.questionnaire'), value: t(tier === 'T4' ? 'engagements.inherent.lite' : 'engagements.inherent.full') },
        { term: t('engagements.inherent.audit'), value: t('engagements.inherent.auditValue', { months: cadence.auditMonths, depth: t(`engagements.inherent.depth.${cadence.auditDepth}`) }) },
        { term: t('engagements.inherent.firstAudit'), value: t('engagements.inherent.months', { count: cadence.firstAuditMonths }) },
        { term: t('engagements.inherent.reassess'), value: t('engagements.inherent.everyMonths', { months: cadence.reassessMonths }) },
        { term: t('engagements.inherent.logs'), value: t('engagements.inherent.everyDays', { days: cadence.logDays }) },
      ]}
    />
  )
}
