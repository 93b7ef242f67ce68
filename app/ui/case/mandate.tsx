import { dateTime, duration } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { Mark } from '../mark.tsx'
import { dueWords } from './due-words.ts'

type MandateProps = {
  violation: string
  /** End of the notice's business day; undefined once it was issued. */
  noticeDueAt?: Date | null
  /** When the notice took effect. */
  effectiveAt?: Date | null
  now: Date
  zone: string
  /** Where the notice is issued; undefined for those who may not. */
  issueTo?: string
}

/** The one thing that the law leaves to do, over the whole width: it has no way to be closed. */
export function Mandate({ violation, noticeDueAt, effectiveAt, now, zone, issueTo }: MandateProps) {
  const t = useT()
  return (
    <section className="mandate" aria-label={t('cases.mandate.label')}>
      <div className="inner">
        <div>
          <h2>
            <Mark name="critical" />
            {t('cases.mandate.title', { violation })}
          </h2>
          <p>{t(effectiveAt ? 'cases.mandate.exit' : 'cases.mandate.only')}</p>
        </div>
        {effectiveAt ? <Effective at={effectiveAt} zone={zone} /> : noticeDueAt && <NoticeClock dueAt={noticeDueAt} now={now} zone={zone} />}
        {!effectiveAt && issueTo !== undefined && <ButtonLink to={issueTo}>{t('cases.mandate.issue')}</ButtonLink>}
      </div>
    </section>
  )
}

function NoticeClock({ dueAt, now, zone }: { dueAt: Date; now: Date; zone: string }) {
  const t = useT()
  const minutes = (dueAt.getTime() - now.getTime()) / 60_000
  const at = dueWords(dueAt, zone, t)
  return (
    <p className="clock">
      <b>{duration(Math.abs(minutes), t)}</b>
      {minutes > 0 ? t('cases.mandate.left', { at }) : t('cases.mandate.late', { at })}
    </p>
  )
}

function Effective({ at, zone }: { at: Date; zone: string }) {
  const t = useT()
  return <p className="clock">{t('cases.mandate.effective', { at: dateTime(at, t.locale, zone, 'year') })}</p>
}
