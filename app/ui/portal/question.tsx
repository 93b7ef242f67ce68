import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { answerLines } from '#app/domain/portal/answer-text.ts'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { OptionView, QuestionView } from '#app/domain/portal/question-view.ts'
import { Rich } from '#app/i18n/rich.tsx'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { Mark } from '../mark.tsx'
import { AnswerControl } from './answer-control.tsx'
import { Conflict } from './conflict.tsx'
import { ReasonFields } from './reason-fields.tsx'
import type { OneAnswer } from './use-answers.ts'

type QuestionProps = {
  question: QuestionView
  number: number
  /** The question whose answer brought this one up. */
  parentNumber?: number
  answer: OneAnswer
  countries: OptionView[]
  /** What the clauses ask, by clause id. */
  duties: Record<string, string>
  zone: string
  /** What was answered in an earlier assessment. */
  last?: GivenAnswer
  hydrated: boolean
  oneMoreRow: boolean
  onRowsChanged: () => void
  onConfirm: (given: GivenAnswer) => void
  onKeep: () => void
  onTake: () => void
  evidence?: ReactNode
  children?: ReactNode
}

/** One question: text, why it is asked, its control, reasons, documents, and below what its answer opens. */
export function Question({ question, number, parentNumber, answer, countries, duties, zone, last, hydrated, oneMoreRow, onRowsChanged, onConfirm, onKeep, onTake, evidence, children }: QuestionProps) {
  const t = useT()
  const { id, type } = question
  const problems = answer.problems.filter(({ row }) => row === undefined)
  const helpId = question.help === undefined ? undefined : `${id}-help`
  const errorId = problems.length > 0 ? `${id}-error` : undefined
  const grouped = type === 'yesno' || type === 'single' || type === 'multi' || type === 'table' || type === 'file'
  const title = (
    <>
      <span className="no">{t('portal.section.question', { number })}</span>
      {question.text}
    </>
  )
  const body = (
    <>
      <Why question={question} duties={duties} />
      <div className="body">
        {question.help !== undefined && (
          <p className="hint help" id={helpId}>
            {question.help}
          </p>
        )}
        {parentNumber !== undefined && <p className="hint">{t('portal.section.because', { number: parentNumber })}</p>}
        <div className="answer" key={answer.shown.draw}>
          <AnswerControl
            question={question}
            given={answer.shown.given}
            describedBy={[helpId, errorId].filter(Boolean).join(' ') || undefined}
            invalid={problems.length > 0}
            countries={countries}
            oneMoreRow={oneMoreRow}
            onRowsChanged={onRowsChanged}
            cellProblem={(row, column) => {
              const problem = answer.problems.find((each) => each.row === row && each.column === column)
              return problem && t.from(problem.code, problem.data)
            }}
          />
          {problems.map(({ code, data }) => (
            <p className="error" id={errorId} key={code}>
              <Mark name="critical" />
              <span>{t.from(code, data)}</span>
            </p>
          ))}
          <ReasonFields question={question} given={answer.shown.given} />
        </div>
        {last && <LastTime question={question} last={last} answer={answer} countries={countries} onConfirm={hydrated ? onConfirm : undefined} />}
        {answer.theirs && <Conflict question={question} mine={answer.live} theirs={answer.theirs} zone={zone} countries={countries} onKeep={onKeep} onTake={onTake} />}
        {!answer.theirs && <input type="hidden" name={fieldName.revision(id)} value={question.revision} />}
        {evidence}
        {children}
      </div>
    </>
  )
  if (grouped) {
    return (
      <fieldset className="question" data-question={id}>
        <legend>{title}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className="question" data-question={id}>
      <label className="ask-q" htmlFor={id}>
        {title}
      </label>
      {body}
    </div>
  )
}

function Why({ question, duties }: { question: QuestionView; duties: Record<string, string> }) {
  const t = useT()
  const { clauses, evidence } = question
  return (
    <details>
      <summary>
        {t('portal.section.why')}
        <Icon name="down" />
      </summary>
      {clauses.map((clause) =>
        duties[clause] === undefined ? null : (
          <p key={clause}>
            <span className="clause">{clause}</span> {duties[clause]}
          </p>
        ),
      )}
      {evidence === undefined && <p>{t('portal.section.noEvidence')}</p>}
      {evidence?.text !== undefined && <p>{t('portal.section.helps', { text: evidence.text })}</p>}
    </details>
  )
}

type LastProps = { question: QuestionView; last: GivenAnswer; answer: OneAnswer; countries: OptionView[]; onConfirm?: (given: GivenAnswer) => void }

/** What was answered last time, with a button that says it still holds. */
function LastTime({ question, last, answer, countries, onConfirm }: LastProps) {
  const t = useT()
  const said = last.isNa ? t('portal.section.na') : answerLines(question, last, countries).join(t.locale === 'en' ? '; ' : '；')
  if (said === '' || answer.live.value !== undefined || answer.live.isNa) return null
  return (
    <div className="last">
      <span>
        <Rich k="portal.section.last" values={{ answer: said }} parts={{ b: <b /> }} />
      </span>
      {onConfirm && <Button onClick={() => onConfirm(last)}>{t('portal.section.stillTrue')}</Button>}
    </div>
  )
}
