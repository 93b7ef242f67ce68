import { useT } from '#app/i18n/use-t.tsx'
import { Mark } from '../mark.tsx'

const LOOK = {
  MUST_TERMINATE: 'critical',
  AUDIT_OVERDUE: 'danger',
  DSR_OVERDUE: 'danger',
  BANNED: 'danger',
  SUPPLY_SUSPENDED: 'attention',
  LOG_GAP: 'attention',
} as const

export type FlagName = keyof typeof LOOK

/** A vendor's flag: the only filled badge. `detail` is a figure after its name, such as how long it has been up. */
export function Flag({ flag, detail }: { flag: FlagName; detail?: string }) {
  const t = useT()
  return (
    <span className={`flag flag-${LOOK[flag]}`}>
      <Mark name={LOOK[flag]} />
      {t(`common.flag.${flag}`)}
      {detail !== undefined && <span>{detail}</span>}
    </span>
  )
}
