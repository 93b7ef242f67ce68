import type { ReactNode } from 'react'
import { residual, signedResidual } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Band, type BandName } from './band.tsx'

/** One reason: its points and the residual after it, in hundredths. The first row opens the sum and carries no sign. */
export type SumRow = { reason: ReactNode; detail?: ReactNode; points: number; residual: number }

/** The table under the ruler: every reason, its points, and the running residual. */
export function Sums({ rows, total }: { rows: SumRow[]; total: { residual: number; band: BandName } }) {
  const t = useT()
  return (
    <table className="table sums">
      <caption className="hide">{t('ui.sums.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.sums.reason')}</th>
          <th scope="col" className="num">
            {t('ui.sums.points')}
          </th>
          <th scope="col" className="num">
            {t('ui.sums.residual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td>
              {row.reason}
              {row.detail !== undefined && <span className="sub">{row.detail}</span>}
            </td>
            <td className={`num ${index === 0 || row.points === 0 ? '' : row.points > 0 ? 'plus' : 'minus'}`}>
              {index === 0 ? residual(row.points) : signedResidual(row.points)}
            </td>
            <td className="num">{residual(row.residual)}</td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{t('ui.sums.total')}</th>
          <td className="num">
            <Band band={total.band} />
          </td>
          <td className="num">{residual(total.residual)}</td>
        </tr>
      </tbody>
    </table>
  )
}
