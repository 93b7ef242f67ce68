import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { formField } from '../form/form-field.ts'
import { TextArea } from '../form/text-area.tsx'
import { Step } from '../page/step.tsx'
import { SubmitButton } from '../submit-button.tsx'
import { ActForm, type Place } from './act-form.tsx'

/** Before anything is judged: the reviewer says that no interest of theirs stands in the way (gate G5). */
export function StartReview({ place }: { place: Place }) {
  const t = useT()
  const action = paths.reviewVerb(place.assessmentId, 'start-review')
  return (
    <Step title={t('review.start.title')}>
      <p>{t('review.start.body')}</p>
      <ActForm action={action} place={place} className="form">
        <TextArea field={formField('statement', { label: t('review.start.statement'), required: true, minLength: 10, maxLength: 2000, defaultValue: t('review.start.suggested') })} hint={t('review.start.hint')} rows={3} />
        <div className="btn-row">
          <SubmitButton action={action}>{t('review.start.submit')}</SubmitButton>
        </div>
      </ActForm>
    </Step>
  )
}
