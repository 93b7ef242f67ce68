import { residual } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'

export const BANDS = ['A', 'B', 'C', 'D', 'E'] as const
export type BandName = (typeof BANDS)[number]

/** A residual's band: rising steps, letter, word, and the figure where it is given in hundredths. */
export function Band({ band, residual: hundredths }: { band: BandName; residual?: number }) {
  const t = useT()
  return (
    <span className="band" data-band={band}>
      <svg className="steps" aria-hidden="true">
        <use href={`#s-${band}`} />
      </svg>
      <b>{band}</b>
      <span className="w">{t(`common.band.${band}`)}</span>
      {hundredths !== undefined && <span className="v">{residual(hundredths)}</span>}
    </span>
  )
}
