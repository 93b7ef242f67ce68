import { useNavigation } from '@remix-run/react'
import type { ReviewAnswer } from '#app/domain/reviews/review-answer.ts'
import type { ReviewReason } from '#app/domain/reviews/review-reasons.ts'
import { paths } from '#app/http/paths.ts'
import { reviewAddress } from '#app/http/review-address.ts'
import { percent } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'
import type { MarkName } from '../symbols.ts'
import { ActForm, type Place } from './act-form.tsx'
import { AnswerText } from './answer-text.tsx'

const MARK: Record<ReviewReason, MarkName> = {
  knockout: 'critical', finding: 'danger', worse: 'danger', na_pending: 'running', evidence_missing: 'danger', evidence_rejected: 'danger',
  evidence_unreviewed: 'running', evidence_stale: 'attention', certified_again: 'attention', replied: 'attention', changed: 'attention',
}

type AnswerItemProps = { answer: ReviewAnswer; place: Place; current: boolean; /** The answer to go on to. */ next?: string; mayReview: boolean; onPick: (id: string) => void }

/** One answer: the question, what the vendor said, what it scores and why it wants a look, and what to do. */
export function AnswerItem({ answer, place, current, next, mayReview, onPick }: AnswerItemProps) {
  const t = useT()
  const { id, weight, question, reasons, note, naReason, isNa, naStatus, correction, last, finding, knockouts } = answer
  return (
    <li className={current ? 'ans current' : 'ans'} id={id} aria-current={current || undefined} onClick={() => onPick(id)}>
      <div className="q">
        <span>{weight > 0 ? t('review.answer.weight', { id, weight }) : id}</span>
        <span className="clauses">
          {answer.clauses.map((clause) => (
            <Clause key={clause} id={clause} />
          ))}
        </span>
      </div>
      <h3>
        <RouteLink className="task" to={reviewAddress(place.assessmentId, { q: id, section: place.section })} keepScroll>
          {question}
        </RouteLink>
      </h3>
      {isNa ? <p className="a">{t(`review.na.${naStatus ?? 'pending'}`)}</p> : answer.type === 'file' ? <p className="a">{t('review.answer.files', { count: answer.documents.length })}</p> : <AnswerText words={correction?.words ?? answer.words} />}
      {correction && (
        <>
          <p className="was">{t('review.correction.by', { name: correction.by, reason: correction.reason })}</p>
          <p className="was">{t('review.correction.vendorSaid')}</p>
          <AnswerText words={answer.words} className="was" />
        </>
      )}
      {last && <p className="was">{t('review.answer.last', { answer: last.lines.join(t.locale === 'en' ? ', ' : '、') })}</p>}
      {isNa && naReason && <q className="block">{naReason}</q>}
      {note && <q className="block">{note}</q>}
      <div className="facts-line">
        {reasons.map((reason) => (
          <Status key={reason} mark={MARK[reason]}>
            {t(`review.reason.${reason}`)}
          </Status>
        ))}
        {answer.reviewed && <Status mark="ok">{t('review.answer.approved')}</Status>}
        <span>{scoreText(answer, t)}</span>
      </div>
      {knockouts.map(({ code, text }) => (
        <p className="small" key={code}>
          <b>{code}</b> {text}
        </p>
      ))}
      {finding && (
        <p className="small">
          <b>{t(finding.preContract ? 'review.finding.preContract' : 'review.finding.raises', { severity: t.from(`status.severity.${finding.severity}`), days: finding.dueDays })}</b> {finding.text}
        </p>
      )}
      <Asked answer={answer} />
      {mayReview && <Acts answer={answer} place={place} next={next} />}
    </li>
  )
}

function scoreText({ a, e, status, weight, costBp, isNa, naStatus }: ReviewAnswer, t: Translate): string {
  if (isNa && naStatus === 'accepted') return t('review.answer.outOfScore')
  if (weight === 0) return t('review.answer.notScored')
  const assurance = t.from(`scoring.status.${status}`)
  return costBp === 0 ? t('review.answer.score', { a, e, assurance }) : t('review.answer.scoreCost', { a, e, assurance, cost: percent(costBp, t.locale) })
}

function Asked({ answer }: { answer: ReviewAnswer }) {
  const t = useT()
  return answer.asked.map(({ id, question, sent, reply }) => (
    <div className="note" key={id}>
      <p>
        <b>{t(sent ? 'review.ask.asked' : 'review.ask.waiting')}</b> {question}
      </p>
      {reply !== undefined && (
        <p>
          <b>{t('review.ask.reply')}</b> {reply}
        </p>
      )}
    </div>
  ))
}

/** The key that does the same; what it says to a screen reader stands in the key bar. */
const Key = ({ name }: { name: string }) => <kbd aria-hidden="true">{name}</kbd>

function Acts({ answer, place, next }: { answer: ReviewAnswer; place: Place; next?: string }) {
  const t = useT()
  const { id, reviewed, naStatus } = answer
  const here = reviewAddress(place.assessmentId, { q: id, section: place.section }, 'ask')
  const approve = paths.reviewVerb(place.assessmentId, reviewed ? 'unapprove' : 'approve')
  const busy = useNavigation().formData?.get('questionIds') === id
  return (
    <div className="keys">
      {naStatus !== 'pending' && (
        <ActForm action={approve} place={place} q={reviewed ? id : (next ?? id)} fields={{ questionIds: id }}>
          <Button type="submit" small busy={busy} data-key={reviewed ? undefined : 'a'}>
            {!reviewed && <Key name="a" />} {t(reviewed ? 'review.act.unapprove' : 'review.act.approve')}
          </Button>
        </ActForm>
      )}
      {naStatus !== undefined &&
        (['accepted', 'refused'] as const)
          .filter((verdict) => verdict !== naStatus)
          .map((verdict) => (
            <ActForm key={verdict} action={paths.reviewVerb(place.assessmentId, 'not-applicable')} place={place} q={id} fields={{ questionId: id, naStatus: verdict }}>
              <Button type="submit" small>
                {t(`review.na.act.${verdict}`)}
              </Button>
            </ActForm>
          ))}
      <ButtonLink small to={here} data-key="c">
        <Key name="c" /> {t('review.act.ask')}
      </ButtonLink>
      <ButtonLink small to={here.replace('#ask', '#note')} data-key="n">
        <Key name="n" /> {t('review.act.note')}
      </ButtonLink>
    </div>
  )
}
