import { floorEffect } from '#app/domain/engagements/explain-tier.ts'
import { DIMENSIONS, type Dimension } from '#app/domain/questionnaires/template.ts'
import { DIMENSION_MAX, type InherentRisk } from '#app/domain/scoring/inherent.ts'
import { list } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Bar } from '../bar.tsx'
import { Section } from '../page/section.tsx'
import { Tier } from '../risk/tier.tsx'
import { whyTier } from './inherent-panel.tsx'

/** Inherent risk taken apart: each dimension with its answers and points, every floor, and why the tier is what it is. */
export function InherentReasons({ inherent, chosen }: { inherent: InherentRisk; chosen: Record<Dimension, string[]> }) {
  const t = useT()
  return (
    <Section title={t('engagements.inherent.title')} aside={<Tier tier={inherent.tier} />}>
      <table className="table ce">
        <caption className="hide">{t('engagements.inherent.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('engagements.inherent.dimension')}</th>
            <th scope="col" className="num">
              {t('engagements.inherent.total')}
            </th>
            <th scope="col">
              <span className="hide">{t('ui.sections.bar')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {DIMENSIONS.map((id) => (
            <tr key={id}>
              <th scope="row">
                {t(`scoring.dimension.${id}`)}
                <span className="sub">{list(chosen[id], t.locale)}</span>
              </th>
              <td className="num">{t('engagements.inherent.points', { points: inherent.points[id], max: DIMENSION_MAX[id] })}</td>
              <td>
                <Bar share={inherent.points[id] / DIMENSION_MAX[id]} />
              </td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{t('engagements.inherent.total')}</th>
            <td className="num">{inherent.ir}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <h3 className="after">{t('engagements.inherent.why', { tier: inherent.tier })}</h3>
      <p>
        {whyTier(inherent, t)} {inherent.irEff > inherent.ir && t('engagements.inherent.effective', { irEff: inherent.irEff })}
      </p>
      <h3 className="after">{t('engagements.inherent.floors')}</h3>
      {inherent.floors.length === 0 ? (
        <p className="muted">{t('engagements.inherent.noFloors')}</p>
      ) : (
        <ul className="inherent-floors">
          {inherent.floors.map((id) => (
            <li key={id}>
              <span className="mono">{id}</span> {t(`scoring.floor.${id}`)}{' '}
              <span className="muted">{t(floorEffect(id, inherent.ir).raises ? 'engagements.inherent.floorRaises' : 'engagements.inherent.floorHolds')}</span>
            </li>
          ))}
        </ul>
      )}
      {inherent.points.D1 === 0 && inherent.points.D2 === 0 && chosen.D1.length > 0 && <p className="after">{t('engagements.inherent.noInformation')}</p>}
    </Section>
  )
}
