import { judgeNotApplicable } from '#app/domain/reviews/judge-not-applicable.server.ts'
import { NotApplicableInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { readReviewPlace, reviewAddress } from '#app/http/review-address.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    await judgeNotApplicable(ctx, id, parseForm(form, NotApplicableInput))
    return redirectWith(reviewAddress(id, readReviewPlace(form)), { kind: 'done', key: 'review.done.not_applicable' })
  },
  { back: ({ assessmentId }) => paths.assessment(assessmentId!) },
)
