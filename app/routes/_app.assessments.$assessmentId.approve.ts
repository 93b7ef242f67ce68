import { approveAnswers } from '#app/domain/reviews/approve-answers.server.ts'
import { ApproveInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { readReviewPlace, reviewAddress } from '#app/http/review-address.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    const approved = await approveAnswers(ctx, id, parseForm(form, ApproveInput))
    return redirectWith(reviewAddress(id, { ...readReviewPlace(form), approved }), { kind: 'done', key: 'review.done.approve', data: { count: approved.length } })
  },
  { back: ({ assessmentId }) => paths.assessment(assessmentId!) },
)
