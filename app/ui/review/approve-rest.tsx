import type { ReviewAnswer } from '#app/domain/reviews/review-answer.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ConfirmDetails } from '../form/confirm-details.tsx'
import type { Place } from './act-form.tsx'
import { AnswerText } from './answer-text.tsx'

/** Approves every plain answer at once: the whole list is shown first, one press confirms, undo takes it back. */
export function ApproveRest({ answers, place }: { answers: ReviewAnswer[]; place: Place }) {
  const t = useT()
  const approvable = answers.filter(({ naStatus }) => naStatus !== 'pending')
  if (approvable.length === 0) return null
  return (
    <div className="rest">
      <h2 id="rest">{t('review.rest.title', { count: approvable.length })}</h2>
      <p className="small muted">{t('review.rest.body')}</p>
      <ConfirmDetails verb={t('review.rest.verb', { count: approvable.length })} kind="main" title={t('review.rest.confirm')} action={paths.reviewVerb(place.assessmentId, 'approve')}>
        {place.section && <input type="hidden" name="section" value={place.section} />}
        <ol className="rest-list">
          {approvable.map(({ id, question, words, type, isNa, naStatus, documents, correction }) => (
            <li key={id}>
              <input type="hidden" name="questionIds" value={id} />
              <b>{id}</b> {question}
              {isNa ? (
                <p className="muted">{t(`review.na.${naStatus ?? 'pending'}`)}</p>
              ) : type === 'file' ? (
                <p className="muted">{t('review.answer.files', { count: documents.length })}</p>
              ) : (
                <AnswerText words={correction?.words ?? words} className="muted" />
              )}
            </li>
          ))}
        </ol>
      </ConfirmDetails>
    </div>
  )
}
