import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { loadAnswering, requireAnswerable, storeProgress } from '../portal/answering.server.ts'
import type { GivenAnswer } from './answers.ts'
import type { Progress } from './progress.ts'
import { writeAnswer, type Written } from './write-answer.server.ts'

/** Saves one answer as it is typed. Throws not-found or conflict when the request is not open; a lost race is an outcome, not an error. */
export async function saveAnswer(
  ctx: Context,
  { assessmentId, questionId, ...rest }: { assessmentId: string; questionId: string; given: GivenAnswer; revision: number },
): Promise<{ written: Written; progress: Progress }> {
  requirePermission(ctx, 'portal.answer')
  return inTransaction(ctx, async (ctx) => {
    const answering = await loadAnswering(ctx, assessmentId, { lock: true })
    const question = requireAnswerable(answering, questionId)
    const written = await writeAnswer(ctx, answering, { question, ...rest })
    const changed = written.outcome === 'saved' && written.changed
    return { written, progress: changed ? await storeProgress(ctx, answering) : answering.progress }
  })
}
