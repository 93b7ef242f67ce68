import { useT } from '#app/i18n/use-t.tsx'
import { classNames } from '../class-names.ts'
import { Mark } from '../mark.tsx'
import { RouteLink } from '../route-link.tsx'

/** One of the two flags that the law hangs on the top bar; `clock` says how long is left or how late it is. */
export type LawFlag = { flag: 'MUST_TERMINATE' | 'AUDIT_OVERDUE'; count: number; clock?: string; to: string }

const LOOK = {
  MUST_TERMINATE: { className: 'law-terminate', mark: 'critical' },
  AUDIT_OVERDUE: { className: 'law-overdue', mark: 'danger' },
} as const

/** Always there and never closable; a flag that nobody carries turns quiet. */
export function LawFlags({ laws }: { laws: LawFlag[] }) {
  const t = useT()
  return (
    <div className="laws" role="group" aria-label={t('ui.laws')}>
      {laws.map(({ flag, count, clock, to }) => (
        <RouteLink key={flag} to={to} className={classNames('law', count > 0 ? LOOK[flag].className : 'law-clear')}>
          <Mark name={count > 0 ? LOOK[flag].mark : 'ok'} />
          <span className="what">{t(`common.flag.${flag}`)}</span>
          <b>{count}</b>
          {clock !== undefined && <span className="how">{clock}</span>}
        </RouteLink>
      ))}
    </div>
  )
}
