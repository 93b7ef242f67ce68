import type { Explanation } from '#app/domain/scoring/explanation.ts'
import { number, percent } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Band } from '../risk/band.tsx'
import { SectionBars } from '../risk/section-bars.tsx'
import { Tier } from '../risk/tier.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'
import { inWords } from './in-words.ts'

/** How the figures came about: inherent points with their choices, floors, sections, the formula with its numbers, versions. */
export function Figures({ explanation }: { explanation: Explanation }) {
  const t = useT()
  const { inherent, sections, ceBp, residual, questionnaire, modelVersion } = explanation
  return (
    <>
      <Section title={t('review.figures.residual')} aside={<Band band={residual.band} residual={residual.hundredths} />}>
        <p>{inWords(residual, t)}</p>
      </Section>
      <Section title={t('review.figures.inherent')} aside={t('review.figures.points', { ir: inherent.ir, irEff: inherent.irEff })}>
        <p>
          <Tier tier={inherent.tier.id} />
        </p>
        <Table
          label={t('review.figures.inherent')}
          columns={[
            { id: 'dimension', label: t('review.figures.dimension') },
            { id: 'chosen', label: t('review.figures.chosen') },
            { id: 'points', label: t('review.figures.pointsOf'), num: true },
          ]}
        >
          <Body>
            {inherent.dimensions.map((dimension) => (
              <Row key={dimension.id}>
                <RowHead>
                  <span className="muted">{dimension.id}</span> {inWords(dimension, t)}
                </RowHead>
                <Cell>
                  {dimension.number !== undefined ? number(dimension.number, t.locale) : dimension.chosen.map((option) => t('review.figures.option', { option: inWords(option, t), points: option.points })).join(t.locale === 'en' ? '; ' : '；')}
                </Cell>
                <Cell num label={t('review.figures.pointsOf')}>
                  {t('review.figures.ofMax', { points: dimension.points, max: dimension.max })}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
        {inherent.floors.map((floor) => (
          <p className="small" key={floor.id}>
            <b>{floor.id}</b> {inWords(floor, t)}
          </p>
        ))}
      </Section>
      <Section title={t('review.figures.sections')} aside={percent(ceBp, t.locale)}>
        <SectionBars
          sections={sections.map((section) => ({ id: section.id, label: `${section.id} ${inWords(section, t)}`, weight: section.weight, effectivenessBp: section.ceBp }))}
          total={{ weight: sections.reduce((sum, { weight }) => sum + weight, 0), effectivenessBp: ceBp }}
        />
      </Section>
      <EveryQuestion explanation={explanation} />
      <p className="small muted block">{t('review.figures.versions', { questionnaire: `${questionnaire.id} ${questionnaire.version}`, model: modelVersion })}</p>
    </>
  )
}

function EveryQuestion({ explanation }: { explanation: Explanation }) {
  const t = useT()
  const heads = ['question', 'a', 'status', 'e', 'w', 'c', 'lost'] as const
  return (
    <details className="block">
      <summary>{t('review.figures.every', { count: explanation.questions.length })}</summary>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('review.figures.every', { count: explanation.questions.length })}>
        <table className="table" data-density="compact">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={head === 'question' || head === 'status' ? undefined : 'num'}>
                  {t(`review.figures.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {explanation.questions.map(({ id, a, status, e, weight, c, lost, notApplicable }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td className="num">{notApplicable ? t('review.figures.na') : a}</td>
                <td>{t(`scoring.status.${status}`)}</td>
                <td className="num">{e}</td>
                <td className="num">{weight}</td>
                <td className="num">{number(c, t.locale)}</td>
                <td className="num">{number(lost, t.locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
