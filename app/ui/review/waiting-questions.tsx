import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { ConfirmDetails } from '../form/confirm-details.tsx'
import { DateField } from '../form/date-field.tsx'
import { formField } from '../form/form-field.ts'
import { Section } from '../page/section.tsx'
import { ActForm, type Place } from './act-form.tsx'

export type WaitingQuestion = { id: string; questionId: string; question: string }

/** Questions gathered for the vendor: they leave together, with one due date, and the answers go back with them. */
export function WaitingQuestions({ questions, place, suggestedDue, mayReview }: { questions: WaitingQuestion[]; place: Place; suggestedDue: string; mayReview: boolean }) {
  const t = useT()
  if (questions.length === 0) return null
  const count = questions.length
  return (
    <Section title={t('review.batch.title', { count })} id="questions">
      <ol className="rest-list">
        {questions.map(({ id, questionId, question }) => (
          <li key={id}>
            <b>{questionId}</b> {question}
            {mayReview && (
              <ActForm action={paths.reviewVerb(place.assessmentId, 'drop-question')} place={place} fields={{ clarificationId: id }}>
                <Button type="submit" kind="plain" small>
                  {t('review.batch.drop')}
                </Button>
              </ActForm>
            )}
          </li>
        ))}
      </ol>
      {mayReview && (
        <ConfirmDetails verb={t('review.batch.send', { count })} title={t('review.batch.confirm', { count })} body={t('review.batch.body')} action={paths.reviewVerb(place.assessmentId, 'return')}>
          <DateField field={formField('dueOn', { label: t('review.batch.dueOn'), id: 'batch-due', required: true, defaultValue: suggestedDue })} />
        </ConfirmDetails>
      )}
    </Section>
  )
}
