import { getAssessment } from '../assessments/queries.server.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { readGiven, type Entry } from '../portal/answer-fields.ts'
import { getQuestionnaire } from '../questionnaires/published-questionnaire.server.ts'
import type { AnswerValue } from '../questionnaires/template.ts'

/** Only what a reviewer can put in one line: tables and files are asked of the vendor again. */
const CORRECTABLE = ['yesno', 'single', 'multi', 'number', 'date', 'text'] as const

/** A corrected value by the question's type, from fields named as in the portal; undefined when the correction is taken back. */
export async function readCorrection(ctx: Context, assessmentId: string, { questionId, form }: { questionId: string; form: FormData }): Promise<AnswerValue | undefined> {
  if (form.get('takeBack') !== null) return undefined
  const assessment = await getAssessment(ctx, assessmentId)
  const { compiled } = await getQuestionnaire(ctx, assessment.questionnaireVersionId)
  const question = compiled.template.questions.find(({ id }) => id === questionId)
  if (!question) throw new Problem('not-found', 'errors.not_found')
  if (!(CORRECTABLE as readonly string[]).includes(question.type)) throw new Problem('invalid', 'review.not_correctable')
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string') satisfies Entry[]
  const { value } = readGiven(question, entries)
  if (value === undefined) throw new Problem('invalid', 'review.correction_missing')
  return value
}
