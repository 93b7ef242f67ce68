import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { checkAnswer } from '../questionnaires/answer.ts'
import type { AnswerValue } from '../questionnaires/template.ts'
import { record } from '../trail/record.server.ts'
import { changeReviewedAnswer, reviewedNow } from './change-answer.server.ts'
import { getReviewable, touchReview } from './review-change.server.ts'
import { scoreOf } from './score-of.server.ts'

/** Replaces an answer for scoring, keeping the vendor's own beside it; without a value the correction is taken back (scoring.md §4). */
export async function correctAnswer(ctx: Context, assessmentId: string, { questionId, value, reason }: { questionId: string; value?: AnswerValue; reason: string }): Promise<void> {
  requirePermission(ctx, 'assessment.review')
  await inTransaction(ctx, async (ctx) => {
    const assessment = await getReviewable(ctx, assessmentId)
    const { compiled, input, rows } = await scoreOf(ctx, assessment)
    const question = compiled.template.questions.find(({ id }) => id === questionId)
    if (!question) throw new Problem('not-found', 'errors.not_found')
    const problems = value === undefined ? [] : checkAnswer(question, { value }, { template: compiled.template, intake: input.intake, assessmentDate: input.assessmentDate })
    if (problems.length > 0) throw new Problem('invalid', 'form.check', {}, problems.map(({ code, data }) => ({ field: 'value', key: code, data })))
    const before = rows.find((row) => row.questionId === questionId)
    const by = ctx.actor.kind === 'member' ? ctx.actor.name : ''
    const corrected = value === undefined ? null : { value, reason, by, at: ctx.now.toISOString() }
    await changeReviewedAnswer(ctx, { assessmentId: assessment.id, questionId }, { corrected, ...reviewedNow(ctx) })
    await touchReview(ctx, assessment)
    await record(ctx, {
      action: 'assessment.correct_answer', subjectType: 'assessment', subjectId: assessment.id, vendorId: assessment.vendorId,
      before: { value: before?.corrected?.value ?? before?.value }, after: { value: value ?? before?.value }, data: { questionId, reason },
    })
  })
}
