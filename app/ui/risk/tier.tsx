import { useT } from '#app/i18n/use-t.tsx'

export type TierName = 'T1' | 'T2' | 'T3' | 'T4'

/** A vendor's tier: box and word, ink only. */
export function Tier({ tier }: { tier: TierName }) {
  const t = useT()
  return (
    <span className="tier" data-tier={tier.slice(1)}>
      <b>{tier}</b>
      {t(`common.tier.${tier}`)}
    </span>
  )
}
