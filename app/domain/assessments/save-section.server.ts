import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { loadAnswering, requireAnswerable, storeProgress } from '../portal/answering.server.ts'
import type { Question } from '../questionnaires/template.ts'
import type { GivenAnswer } from './answers.ts'
import { writeAnswer, type Written } from './write-answer.server.ts'

type SectionAnswer = { questionId: string; given: GivenAnswer; revision: number }

/**
 * Saves a whole page of answers at once, for browsers without JavaScript. `read` turns the page's fields into answers of the
 * questions that belong to it. What cannot stand or met another's text stays out and is reported; the rest is saved.
 */
export async function saveSection(
  ctx: Context,
  { assessmentId, belongs, read }: { assessmentId: string; belongs: (question: Question) => boolean; read: (questions: Question[]) => SectionAnswer[] },
): Promise<{ questionId: string; written: Written }[]> {
  requirePermission(ctx, 'portal.answer')
  return inTransaction(ctx, async (ctx) => {
    const answering = await loadAnswering(ctx, assessmentId, { lock: true })
    const questions = answering.questionnaire.compiled.template.questions.filter(belongs)
    const results: { questionId: string; written: Written }[] = []
    for (const { questionId, ...rest } of read(questions)) {
      const question = requireAnswerable(answering, questionId)
      results.push({ questionId, written: await writeAnswer(ctx, answering, { question, ...rest }) })
    }
    if (results.some(({ written }) => written.outcome === 'saved' && written.changed)) await storeProgress(ctx, answering)
    return results
  })
}
