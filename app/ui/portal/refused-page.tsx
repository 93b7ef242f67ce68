import type { QuestionView } from '#app/domain/portal/question-view.ts'
import type { AnswerProblem } from '#app/domain/questionnaires/check-value.ts'
import type { Values } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'

type Refused = {
  refused: Record<string, { problems?: AnswerProblem[] }>
  documents: { questionId: string; name: string; key: string; data: Values }[]
  count: number
}

/** After a form without JavaScript: what was not saved, each with its place. */
export function RefusedPage({ refused, questions }: { refused?: Refused; questions: QuestionView[] }) {
  const t = useT()
  if (!refused) return null
  const named = (id: string) => questions.find((question) => question.id === id)?.text ?? ''
  const errors = [
    ...Object.entries(refused.refused).map(([id, { problems = [] }]) => ({ id, message: `${named(id)} ${problems[0] ? t.from(problems[0].code, problems[0].data) : t('portal.conflict.title')}` })),
    ...refused.documents.map(({ questionId, name, key, data }) => ({ id: questionId === '' ? undefined : questionId, message: `${questionId === '' ? '' : name} ${t.from(key, data)}` })),
  ]
  return (
    <>
      <p role="status">{t('portal.section.savedSome', { count: refused.count })}</p>
      <ErrorSummary errors={errors} />
    </>
  )
}
