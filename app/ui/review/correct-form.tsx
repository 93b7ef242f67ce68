import type { ReviewAnswer } from '#app/domain/reviews/review-answer.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { DateField } from '../form/date-field.tsx'
import { formField } from '../form/form-field.ts'
import { NumberField } from '../form/number-field.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextField } from '../form/text-field.tsx'
import { ActForm, type Place } from './act-form.tsx'

/** Replaces an answer for scoring, with the reason; the vendor's own stays beside it. Tables and files are asked again instead. */
export function CorrectForm({ answer, place }: { answer: ReviewAnswer; place: Place }) {
  const t = useT()
  const { id, type, correction, isNa } = answer
  if (isNa || answer.value === undefined || type === 'table' || type === 'file') return null
  return (
    <details className="confirm">
      <summary className="btn btn-sm">{t('review.correction.act')}</summary>
      <div className="confirm-body">
        <ActForm action={paths.reviewVerb(place.assessmentId, 'correct')} place={place} q={id} fields={{ questionId: id }} className="form">
          <CorrectedValue answer={answer} />
          <TextField field={formField('reason', { label: t('review.correction.reason'), id: `why-${id}`, required: true, maxLength: 1000 })} hint={t('review.correction.hint')} />
          <div className="btn-row">
            <Button type="submit" small>
              {t('review.correction.submit')}
            </Button>
            {correction && (
              <Button type="submit" small name="takeBack" value="yes">
                {t('review.correction.takeBack')}
              </Button>
            )}
          </div>
        </ActForm>
      </div>
    </details>
  )
}

function CorrectedValue({ answer }: { answer: ReviewAnswer }) {
  const t = useT()
  const { id, type, options, unit, correction } = answer
  const value = correction?.value ?? answer.value
  const label = t('review.correction.value')
  const choices = options.map(({ v, label: word }) => ({ value: v, label: word }))
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  switch (type) {
    case 'yesno':
    case 'single':
      return <RadioGroup field={formField(id, { label, id: `value-${id}`, defaultValue: text })} choices={choices} />
    case 'multi':
      return <CheckboxGroup field={formField(id, { label, id: `value-${id}`, defaultOptions: Array.isArray(value) ? value.map(String) : [] })} choices={choices} />
    case 'number':
      return <NumberField field={formField(id, { label, id: `value-${id}`, defaultValue: text })} unit={unit && t.from(`portal.section.unit.${unit}`)} decimal />
    case 'date':
      return <DateField field={formField(id, { label, id: `value-${id}`, defaultValue: text })} />
    default:
      return <TextArea field={formField(id, { label, id: `value-${id}`, defaultValue: text })} rows={3} />
  }
}
