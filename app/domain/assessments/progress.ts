import { checkAnswer, type AnswerProblem } from '#app/domain/questionnaires/answer.ts'
import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { missingRequired } from '#app/domain/questionnaires/missing-required.ts'
import { walkQuestions, type WalkInput } from '#app/domain/questionnaires/visibility.ts'

/** A required question that is not answered, or an answer that cannot stand as it is. */
type Gap = { questionId: string; section: string; problem?: AnswerProblem }

type SectionProgress = { id: string; questions: number; answered: number; isComplete: boolean }

export type Progress = {
  /** Visible questions in file order. */
  visible: string[]
  sections: SectionProgress[]
  /** What blocks submission, in file order. */
  gaps: Gap[]
  /** Answers that call for a document and have none; they may be submitted but cost points and become findings. */
  withoutEvidence: { questionId: string; section: string }[]
  answered: number
  questions: number
}

type Given = WalkInput & {
  /** Question id → number of documents attached. */
  documents: Readonly<Record<string, number | undefined>>
}

/** How far a vendor has come: which questions stand open, section by section (scoring.md §3, §4). */
export function progressOf(compiled: CompiledTemplate, given: Given): Progress {
  const { standing, outcomes } = walkQuestions(compiled, given)
  const missing = new Set(missingRequired(compiled, given))
  const shown = compiled.questions.filter((_, index) => standing[index] !== 'hidden')
  const gaps = shown.flatMap(({ question }): Gap[] => {
    const { id: questionId, section } = question
    if (missing.has(questionId)) return [{ questionId, section }]
    const [problem] = checkAnswer(question, given.answers[questionId] ?? {}, { template: compiled.template, ...given })
    return problem ? [{ questionId, section, problem }] : []
  })
  const withoutEvidence = compiled.questions.flatMap(({ question, evidenceMode }, index) => {
    const calls = standing[index] === 'counted' && evidenceMode === 'required' && outcomes[index]?.evidenceDue
    return calls && !given.documents[question.id] ? [{ questionId: question.id, section: question.section }] : []
  })
  const open = new Set(gaps.map(({ questionId }) => questionId))
  const sections = compiled.template.sections.flatMap(({ id }): SectionProgress[] => {
    const own = shown.filter(({ question }) => question.section === id)
    const answered = own.filter(({ question }) => !open.has(question.id)).length
    return own.length > 0 ? [{ id, questions: own.length, answered, isComplete: answered === own.length }] : []
  })
  return {
    visible: shown.map(({ question }) => question.id),
    sections,
    gaps,
    withoutEvidence,
    answered: shown.length - gaps.length,
    questions: shown.length,
  }
}
