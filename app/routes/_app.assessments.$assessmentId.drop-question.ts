import { dropClarification } from '#app/domain/reviews/drop-clarification.server.ts'
import { DropQuestionInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { readReviewPlace, reviewAddress } from '#app/http/review-address.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    await dropClarification(ctx, id, parseForm(form, DropQuestionInput))
    return redirectWith(reviewAddress(id, readReviewPlace(form), 'questions'), { kind: 'done', key: 'review.done.drop_question' })
  },
  { back: ({ assessmentId }) => paths.assessment(assessmentId!) },
)
