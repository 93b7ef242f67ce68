import type { RiskBand, Tier as TierName } from '#db/schema/index.ts'
import { vendorListAddress } from '#app/http/vendor-list-address.ts'
import { number } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'
import { Band, BANDS } from './band.tsx'
import { Tier } from './tier.tsx'

type Cell = { tier: TierName; band: RiskBand; count: number }
type Counted = ('active' | 'suspended' | 'terminating')[]

const TIERS = ['T1', 'T2', 'T3', 'T4'] as const

/** Inherent tier by residual band: a real table whose cells are figures, words and links. */
export function RiskMatrix({ cells, statuses }: { cells: Cell[]; statuses: Counted }) {
  const t = useT()
  const at = (tier?: TierName, band?: RiskBand) =>
    cells.filter((cell) => (tier === undefined || cell.tier === tier) && (band === undefined || cell.band === band)).reduce((sum, { count }) => sum + count, 0)
  return (
    <table className="matrix">
      <caption className="hide">{t('risk.matrix.title')}</caption>
      <colgroup>
        <col className="t" />
        <col span={5} />
        <col className="s" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('risk.matrix.tier')}</th>
          {BANDS.map((band) => (
            <th scope="col" key={band}>
              <Band band={band} />
            </th>
          ))}
          <th scope="col" className="tot">
            {t('risk.matrix.all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {TIERS.map((tier) => (
          <tr key={tier}>
            <th scope="row">
              <Tier tier={tier} />
            </th>
            {BANDS.map((band) => {
              const count = at(tier, band)
              return (
                <td key={band} data-band={band} className={count === 0 ? 'zero' : undefined}>
                  <RouteLink to={vendorListAddress({ q: '', status: statuses, tier: [tier], band: [band], flag: [], owner: [], sort: '-residual' })} aria-label={t('risk.matrix.cell', { count, tier, band: `${band} ${t(`common.band.${band}`)}` })}>
                    <span className="v">{number(count, t.locale)}</span>
                    <span className="w">{t(`common.band.${band}`)}</span>
                  </RouteLink>
                </td>
              )
            })}
            <td className="tot">{number(at(tier), t.locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('risk.matrix.all')}</th>
          {BANDS.map((band) => (
            <td key={band}>{number(at(undefined, band), t.locale)}</td>
          ))}
          <td className="tot">{number(at(), t.locale)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
