import { number, percent } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Bar } from '../bar.tsx'

/** A questionnaire section's weight in the total and its control effectiveness in basis points. */
type SectionRow = { id: string; label: string; weight: number; effectivenessBp: number }

type SectionBarsProps = { sections: SectionRow[]; total: { weight: number; effectivenessBp: number } }

/** Control effectiveness by section: bars for the eye, figures for the file. */
export function SectionBars({ sections, total }: SectionBarsProps) {
  const t = useT()
  return (
    <table className="table ce" data-density="compact">
      <caption className="hide">{t('ui.sections.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.sections.section')}</th>
          <th scope="col" className="num">
            {t('ui.sections.weight')}
          </th>
          <th scope="col">
            <span className="hide">{t('ui.sections.bar')}</span>
          </th>
          <th scope="col" className="num">
            {t('ui.sections.effectiveness')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sections.map(({ id, label, weight, effectivenessBp }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="num muted">{number(weight, t.locale)}</td>
            <td>
              <Bar share={effectivenessBp / 10_000} />
            </td>
            <td className="num">{percent(effectivenessBp, t.locale)}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('ui.sections.total')}</th>
          <td className="num">{number(total.weight, t.locale)}</td>
          <td />
          <td className="num">{percent(total.effectivenessBp, t.locale)}</td>
        </tr>
      </tbody>
    </table>
  )
}
