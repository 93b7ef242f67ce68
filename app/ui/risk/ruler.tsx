import { residual } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { classNames } from '../class-names.ts'
import { BANDS, type BandName } from './band.tsx'

const TICKS = [0, 15, 30, 45, 60, 100]

type Reading = { residual: number; band: BandName }

/** The residual ruler: 0 to 100 in five patterned zones, `now` solid and `atDecision` dashed, in hundredths. */
export function Ruler({ now, atDecision }: { now: Reading; atDecision?: Reading }) {
  const t = useT()
  const read = (reading: Reading) => residual(reading.residual)
  const was = atDecision !== undefined && atDecision.residual !== now.residual ? atDecision : undefined
  const label =
    was === undefined
      ? t('ui.ruler.label', { now: read(now), nowBand: now.band })
      : t('ui.ruler.labelBoth', { now: read(now), nowBand: now.band, was: read(was), wasBand: was.band })
  return (
    <div className={classNames('ruler', was && 'ruler-both', was && isTight(was, now) && 'ruler-tight')} role="img" aria-label={label}>
      <svg className="pins" aria-hidden="true">
        {was && <Pin at={was.residual} before={was.residual < now.residual} text={t('ui.ruler.was', { value: read(was) })} />}
        <Pin now at={now.residual} before={was === undefined ? now.residual > 5000 : was.residual > now.residual} text={t('ui.ruler.now', { value: read(now) })} />
      </svg>
      <div className="zones">
        {BANDS.map((band) => (
          <span key={band} data-band={band} />
        ))}
      </div>
      <svg className="ticks" aria-hidden="true">
        {TICKS.map((tick) => (
          <text key={tick} x={`${tick}%`} y="0.875rem" textAnchor={tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}>
            {tick}
          </text>
        ))}
      </svg>
    </div>
  )
}

/** Too near an end for words on the outer side of the two pins: they stand one above the other. */
const isTight = (a: Reading, b: Reading) => Math.min(a.residual, b.residual) < 1800 || Math.max(a.residual, b.residual) > 8200

type PinProps = { at: number; now?: boolean; before: boolean; text: string }

/** A line at its place; the words stand before or after it, and on phones wherever there is room. */
function Pin({ at, now = false, before, text }: PinProps) {
  const x = `${at / 100}%`
  const side = classNames('pin-text', now && 'now', before ? 'before' : 'after', at < 5000 ? 'low' : 'high')
  return (
    <>
      <line className={classNames('pin', now && 'now')} x1={x} x2={x} y1="0" y2="100%" />
      <text className={side} x={x} y="0.75rem">
        {text}
      </text>
    </>
  )
}
