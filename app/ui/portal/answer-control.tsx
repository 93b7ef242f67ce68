import { useT } from '#app/i18n/use-t.tsx'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { OptionView, QuestionView } from '#app/domain/portal/question-view.ts'
import { AnswerTable } from './answer-table.tsx'

export type ControlProps = {
  question: QuestionView
  given: GivenAnswer
  /** Ids of hint and error. */
  describedBy?: string
  invalid: boolean
  countries: OptionView[]
  /** A table gets another empty row. */
  oneMoreRow: boolean
  /** Rows came or went: no field says so by itself. */
  onRowsChanged: () => void
  cellProblem: (row: number, column: string) => string | undefined
}

/** The native control of each answer type; every one of them works in a form without JavaScript. */
export function AnswerControl(props: ControlProps) {
  const { question, given, describedBy, invalid } = props
  const { id } = question
  const wired = { id, name: fieldName.value(id), 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined }
  const text = typeof given.value === 'string' || typeof given.value === 'number' ? String(given.value) : ''
  switch (question.type) {
    case 'yesno':
    case 'single':
      return <Choices {...props} type="radio" chosen={text === '' ? [] : [text]} />
    case 'multi':
      return <Choices {...props} type="checkbox" chosen={Array.isArray(given.value) ? given.value : []} />
    case 'text':
      return <textarea className="input" rows={5} maxLength={4000} defaultValue={text} {...wired} />
    case 'number':
      return <NumberControl {...props} wired={wired} text={text} />
    case 'date':
      return <input className="input input-date" type="date" defaultValue={text} {...wired} />
    case 'table':
      return <AnswerTable {...props} />
    case 'file':
      return null
  }
}

/** Radios and checkboxes as whole rows; two or three short words stand side by side. */
function Choices({ question, type, chosen, describedBy }: ControlProps & { type: 'radio' | 'checkbox'; chosen: readonly unknown[] }) {
  const { id, options } = question
  const inRow = question.type === 'yesno' && options.length <= 3
  return (
    <div className={inRow ? 'choices-row' : 'choices'} data-count={inRow ? options.length : undefined}>
      {options.map(({ v, label }, index) => (
        <label className="choice" key={v}>
          <input
            type={type}
            id={index === 0 ? id : undefined}
            name={fieldName.value(id)}
            value={v}
            defaultChecked={chosen.includes(v)}
            className={question.type === 'yesno' && v !== 'yes' ? 'asks-reason' : undefined}
            aria-describedby={describedBy}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

type Wired = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function NumberControl({ question, text, wired }: ControlProps & { text: string; wired: Wired }) {
  const t = useT()
  const { id, unit, range } = question
  const unitId = unit === undefined ? undefined : `${id}-unit`
  return (
    <div className="input-unit">
      <input
        className="input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={text}
        {...wired}
        aria-describedby={[unitId, wired['aria-describedby']].filter(Boolean).join(' ') || undefined}
        data-min={range?.min}
        data-max={range?.max}
      />
      {unit !== undefined && <span id={unitId}>{t.from(`portal.section.unit.${unit}`, {}, 'portal.section.unit.hours')}</span>}
    </div>
  )
}
