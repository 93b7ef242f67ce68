import { askClarification } from '#app/domain/reviews/ask-clarification.server.ts'
import { AskInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { readReviewPlace, reviewAddress } from '#app/http/review-address.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    await askClarification(ctx, id, parseForm(form, AskInput))
    return redirectWith(reviewAddress(id, readReviewPlace(form)), { kind: 'done', key: 'review.done.ask' })
  },
  { back: ({ assessmentId }) => paths.assessment(assessmentId!) },
)
