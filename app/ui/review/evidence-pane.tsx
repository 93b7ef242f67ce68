import type { ReviewAnswer, ReviewDocument } from '#app/domain/reviews/review-answer.ts'
import { paths } from '#app/http/paths.ts'
import { date, dateTime, fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { formField } from '../form/form-field.ts'
import { TextArea } from '../form/text-area.tsx'
import { TextField } from '../form/text-field.tsx'
import { Icon } from '../icon.tsx'
import { Facts } from '../page/facts.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'
import { ActForm, type Place } from './act-form.tsx'
import { CorrectForm } from './correct-form.tsx'

type PaneProps = { answer: ReviewAnswer; place: Place; mayReview: boolean; zone: string }

/** Beside the answers: the documents of the one in hand, with the question to the vendor, the note and the correction. */
export function EvidencePane({ answer, place, mayReview, zone }: PaneProps) {
  const t = useT()
  const { id, documents, proof } = answer
  return (
    <section className="pane beside" aria-labelledby="evidence-heading" key={id}>
      <h2 id="evidence-heading">{t('review.evidence.title', { id })}</h2>
      {proof && <p className="small muted">{proof}</p>}
      {documents.length === 0 && <p className="small muted">{t('review.evidence.none')}</p>}
      {documents.map((document) => (
        <Document key={document.evidenceId} document={document} answer={answer} place={place} mayReview={mayReview} zone={zone} />
      ))}
      {mayReview && (
        <>
          <ActForm action={paths.reviewVerb(place.assessmentId, 'ask')} place={place} q={id} fields={{ questionId: id }} className="form">
            <TextArea field={formField('question', { label: t('review.ask.label', { id }), id: 'ask', required: true, maxLength: 2000 })} hint={t('review.ask.hint')} rows={3} />
            <div className="btn-row">
              <Button type="submit" small>
                {t('review.ask.submit')}
              </Button>
            </div>
          </ActForm>
          <CorrectForm answer={answer} place={place} />
          <ActForm action={paths.reviewVerb(place.assessmentId, 'note')} place={place} q={id} fields={{ questionId: id }} className="form">
            <TextArea field={formField('body', { label: t('review.note.label'), id: 'note', required: true, maxLength: 4000 })} hint={t('review.note.hint')} rows={3} />
            <div className="btn-row">
              <Button type="submit" small>
                {t('review.note.submit')}
              </Button>
            </div>
          </ActForm>
        </>
      )}
      {answer.notes.map(({ id: noteId, body, author, at }) => (
        <div className="note" key={noteId}>
          <p>{body}</p>
          <p className="muted">
            {author}, {dateTime(at, t.locale, zone, 'short')}
          </p>
        </div>
      ))}
    </section>
  )
}

const VERDICT_MARK: Record<NonNullable<ReviewDocument['verdict']>, MarkName> = { verified: 'ok', certified: 'ok', rejected: 'danger' }

function Document({ document, answer, place, mayReview, zone }: PaneProps & { document: ReviewDocument }) {
  const t = useT()
  const { verdict, verdictReason, withdrawn, issuedOn, expiresOn, evidenceId } = document
  return (
    <div className="document">
      <p className="small">
        <a className="strong" href={paths.file(document.fileId)} target="_blank" rel="noreferrer">
          <Icon name="download" /> {document.fileName}
        </a>
        <span className="sub">
          {document.kind}, {fileSize(document.sizeBytes, t.locale)}
        </span>
      </p>
      <p className="small">
        <Status mark={withdrawn ? 'past' : verdict ? VERDICT_MARK[verdict] : 'running'}>{t(withdrawn ? 'review.evidence.withdrawn' : verdict ? `review.evidence.verdict.${verdict}` : 'review.evidence.unreviewed')}</Status>
      </p>
      {verdictReason && <q className="block small">{verdictReason}</q>}
      <Facts
        facts={[
          ...(issuedOn ? [{ term: t('review.evidence.issued'), value: date(issuedOn, t.locale, 'year') }] : []),
          ...(expiresOn ? [{ term: t('review.evidence.expires'), value: date(expiresOn, t.locale, 'year') }] : []),
          { term: t('review.evidence.given'), value: dateTime(document.attachedAt, t.locale, zone, 'year') },
          ...(document.alsoFor.length > 0 ? [{ term: t('review.evidence.alsoFor'), value: document.alsoFor.join(t.locale === 'en' ? ', ' : '、') }] : []),
          { term: 'SHA-256', value: <span className="mono hash">{`${document.sha256.slice(0, 12)} … ${document.sha256.slice(-4)}`}</span> },
        ]}
      />
      {mayReview && !withdrawn && (
        <ActForm action={paths.reviewVerb(place.assessmentId, 'evidence')} place={place} q={answer.id} fields={{ questionId: answer.id, evidenceId }} className="form">
          <div className="btn-row">
            <Button type="submit" small name="verdict" value="verified">
              {t('review.evidence.accept')}
            </Button>
            <Button type="submit" small name="verdict" value="certified">
              {t('review.evidence.certify')}
            </Button>
          </div>
          <details className="confirm">
            <summary className="btn btn-sm">{t('review.evidence.refuse')}</summary>
            <div className="confirm-body form">
              <TextField field={formField('reason', { label: t('review.evidence.reason'), id: `reason-${evidenceId}`, maxLength: 1000 })} hint={t('review.evidence.reasonHint')} />
              <div className="btn-row">
                <Button type="submit" small name="verdict" value="rejected">
                  {t('review.evidence.refuse')}
                </Button>
              </div>
            </div>
          </details>
        </ActForm>
      )}
    </div>
  )
}
