import { useT } from '#app/i18n/use-t.tsx'
import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import type { QuestionView } from '#app/domain/portal/question-view.ts'

/** N/A with its reason, the reason of a no, or a remark. The style sheet opens a reason as soon as its choice is ticked. */
export function ReasonFields({ question: { id, type, naAllowed }, given }: { question: QuestionView; given: GivenAnswer }) {
  const t = useT()
  const note = { name: fieldName.note(id), id: `${id}-note`, defaultValue: given.note }
  return (
    <>
      {type === 'yesno' && (
        <div className="field reason no-reason">
          <label htmlFor={note.id}>{t('portal.section.noReason')}</label>
          <textarea className="input" rows={3} maxLength={4000} aria-describedby={`${id}-note-hint`} {...note} />
          <p className="hint" id={`${id}-note-hint`}>
            {t('portal.section.noHint')}
          </p>
        </div>
      )}
      {naAllowed && (
        <>
          <label className="choice na">
            <input type="checkbox" className="asks-na" name={fieldName.isNa(id)} defaultChecked={given.isNa} />
            <span>{t('portal.section.na')}</span>
          </label>
          <div className="field reason na-reason">
            <label htmlFor={`${id}-na`}>{t('portal.section.naReason')}</label>
            <textarea className="input" rows={3} maxLength={4000} id={`${id}-na`} name={fieldName.naReason(id)} defaultValue={given.naReason} aria-describedby={`${id}-na-hint`} />
            <p className="hint" id={`${id}-na-hint`}>
              {t('portal.section.naHint')}
            </p>
          </div>
        </>
      )}
      {type !== 'yesno' && type !== 'text' && (
        <details open={given.note !== undefined || undefined}>
          <summary>{t('portal.section.note')}</summary>
          <div className="field">
            <label htmlFor={note.id} className="hide">
              {t('portal.section.noteLabel')}
            </label>
            <textarea className="input" rows={3} maxLength={4000} {...note} />
          </div>
        </details>
      )}
    </>
  )
}
