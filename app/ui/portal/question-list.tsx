import { Fragment, useMemo, useRef, type CompositionEvent, type FormEvent, type ReactNode } from 'react'
import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { SlimProgress } from '#app/domain/assessments/slim-progress.ts'
import { isFieldOf } from '#app/domain/portal/answer-fields.ts'
import { pageCondition } from '#app/domain/portal/fold-condition.ts'
import type { DocumentView, OptionView, QuestionView } from '#app/domain/portal/question-view.ts'
import type { AnswerValue } from '#app/domain/questionnaires/template.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { useHydrated } from '../use-hydrated.ts'
import { EvidenceBox } from './evidence-box.tsx'
import { Question } from './question.tsx'
import { SaveBar, type Onward } from './save-bar.tsx'
import { useAnswers, type OneAnswer } from './use-answers.ts'

export type QuestionListProps = {
  assessmentId: string
  questions: QuestionView[]
  progress: SlimProgress
  countries: OptionView[]
  duties: Record<string, string>
  kinds: OptionView[]
  /** Documents that the vendor gave before. */
  given: DocumentView[]
  last: Record<string, GivenAnswer>
  zone: string
  readOnly: boolean
  refused?: Parameters<typeof useAnswers>[0]['refused']
  /** Without JavaScript: the table that gets another empty row. */
  oneMoreRow?: string
  onward: (progress: SlimProgress, here: string[]) => Onward
  /** What stands above and below a question: what the reviewer asked about it, and the reply. */
  around?: (question: QuestionView) => { before: ReactNode; after: ReactNode } | undefined
}

/** A page of questions that save themselves; without JavaScript one form with one button. */
export function QuestionList({ assessmentId, questions, progress: first, countries, duties, kinds, given, last, zone, readOnly, refused, oneMoreRow, onward, around }: QuestionListProps) {
  const form = useRef<HTMLFormElement>(null)
  const hydrated = useHydrated()
  const page = useAnswers({ assessmentId, questions, progress: first, refused, readOnly })
  const { answers, progress } = page
  const conditions = useMemo(() => new Map(questions.flatMap(({ id, showIf }) => (showIf ? [[id, pageCondition(showIf)] as const] : []))), [questions])
  const calls = useMemo(() => new Map(questions.flatMap(({ id, evidence }) => (evidence?.when ? [[id, pageCondition(evidence.when)] as const] : []))), [questions])
  const shown = visibleNow(questions, conditions, answers)
  const valueOf = (id: string) => valueIn(answers[id])
  const numbers = new Map(shown.map(({ id }, index) => [id, index + 1]))
  const changed = (question: QuestionView, typing: boolean) => form.current && page.onChange(form.current, question, { typing })

  const onInput = (event: FormEvent<HTMLFormElement> | CompositionEvent<HTMLFormElement>) => {
    const target = event.target as HTMLInputElement
    const question = questions.find(({ id }) => isFieldOf(id, target.name))
    // In the middle of an input method nothing is text yet.
    if (!question || ('isComposing' in event.nativeEvent && event.nativeEvent.isComposing && event.type !== 'compositionend')) return
    if (question.options.some(({ exclusive }) => exclusive)) untick(form.current, question, target)
    changed(question, target.type === 'text' || target.type === 'textarea' || target.type === 'date')
  }

  const draw = (question: QuestionView): ReactNode => {
    const answer = answers[question.id]
    if (!answer) return null
    const children = shown.filter(({ parentId }) => parentId === question.id)
    const called = question.evidence && (!question.evidence.required || calls.get(question.id)?.(valueOf) !== false || answer.documents.length > 0)
    return (
      <Fragment key={question.id}>
        {around?.(question)?.before}
        <Question
          question={question}
          number={numbers.get(question.id) ?? 0}
          parentNumber={question.parentId === undefined ? undefined : numbers.get(question.parentId)}
          answer={answer}
          countries={countries}
          duties={duties}
          zone={zone}
          last={last[question.id]}
          hydrated={hydrated && !readOnly}
          oneMoreRow={oneMoreRow === question.id}
          onRowsChanged={() => changed(question, false)}
          onConfirm={(lastGiven) => page.confirm(question.id, lastGiven)}
          onKeep={() => page.keepMine(question.id)}
          onTake={() => page.takeTheirs(question.id)}
          evidence={
            called && (
              <Evidence open={question.evidence?.required === true || answer.documents.length > 0}>
                <EvidenceBox
                  question={question}
                  documents={answer.documents}
                  assessmentId={assessmentId}
                  kinds={kinds}
                  given={given}
                  onStored={({ documents, ...rest }) => page.setDocuments(question.id, documents, rest)}
                  onEnded={page.end}
                />
              </Evidence>
            )
          }
        >
          {children.length > 0 && <div className="opened">{children.map(draw)}</div>}
        </Question>
        {around?.(question)?.after}
      </Fragment>
    )
  }

  const here = shown.map(({ id }) => id)
  const open = new Set(progress.gaps.map(({ questionId }) => questionId))
  const roots = shown.filter(({ parentId }) => parentId === undefined || !numbers.has(parentId))
  return (
    <form
      method="post"
      encType="multipart/form-data"
      ref={form}
      className="answers"
      onInput={onInput}
      onCompositionEnd={onInput}
      onSubmit={(event) => {
        event.preventDefault()
        void page.flush()
      }}
    >
      <fieldset disabled={readOnly}>{roots.map(draw)}</fieldset>
      <SaveBar
        answers={page}
        zone={zone}
        done={here.filter((id) => !open.has(id)).length}
        total={here.length}
        allDone={progress.answered}
        allTotal={progress.questions}
        onward={onward(progress, here)}
        begun={questions.some(({ revision }) => revision > 0)}
      />
    </form>
  )
}

/** A document that may help hides behind a line; one that is asked for stands open. */
function Evidence({ open, children }: { open: boolean; children: ReactNode }) {
  const t = useT()
  if (open) return children
  return (
    <details className="optional-evidence">
      <summary>{t('portal.evidence.optional')}</summary>
      {children}
    </details>
  )
}

/** The questions that show with the answers as they are now; a hidden one reads as unanswered. */
function visibleNow(questions: QuestionView[], conditions: Map<string, ReturnType<typeof pageCondition>>, answers: Record<string, OneAnswer>): QuestionView[] {
  const values = new Map<string, AnswerValue | undefined>()
  return questions.filter(({ id }) => {
    const shows = conditions.get(id)?.((each) => values.get(each)) ?? true
    values.set(id, shows ? valueIn(answers[id]) : undefined)
    return shows
  })
}

function valueIn(answer: OneAnswer | undefined): AnswerValue | undefined {
  return answer === undefined || answer.live.isNa ? undefined : answer.live.value
}

/** An option that excludes the others and the others untick each other. */
function untick(form: HTMLFormElement | null, { id, options }: QuestionView, target: HTMLInputElement) {
  if (!form || !target.checked || target.name !== id) return
  const excludes = (v: string) => options.some((option) => option.v === v && option.exclusive)
  for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(id)}"]`)) {
    if (input !== target && (excludes(target.value) || excludes(input.value))) input.checked = false
  }
}
