import { residual } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'

export const BANDS = ['A', 'B', 'C', 'D', 'E'] as const
export type BandName = (typeof BANDS)[number]

/** A residual's band: rising steps, letter, word, and the figure where it is given in hundredths. */
export function Band({ band, residual: hundredths }: { band: BandName; residual?: number }) {
  const t = useT()
  return (
    <span className="band" data-band={band}>
      <Steps band={band} />
      <b>{band}</b>
      <span className="w">{t(`common.band.${band}`)}</span>
      {hundredths !== undefined && <span className="v">{residual(hundredths, t.locale)}</span>}
    </span>
  )
}

function Steps({ band }: { band: BandName }) {
  const filled = BANDS.indexOf(band)
  return (
    <svg className="steps" viewBox="0 0 16.5 12" aria-hidden="true">
      {BANDS.map((each, index) => (
        <rect key={each} className={index <= filled ? 'on' : 'off'} x={index * 3.5} y={8 - index * 2} width="2.5" height={4 + index * 2} />
      ))}
    </svg>
  )
}
