import { readCorrection } from '#app/domain/reviews/read-correction.server.ts'
import { correctAnswer } from '#app/domain/reviews/correct-answer.server.ts'
import { CorrectionInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { readReviewPlace, reviewAddress } from '#app/http/review-address.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    const { questionId, reason } = parseForm(form, CorrectionInput)
    const value = await readCorrection(ctx, id, { questionId, form })
    await correctAnswer(ctx, id, { questionId, reason, value })
    return redirectWith(reviewAddress(id, readReviewPlace(form)), { kind: 'done', key: value === undefined ? 'review.done.take_back' : 'review.done.correct' })
  },
  { back: ({ assessmentId }) => paths.assessment(assessmentId!) },
)
