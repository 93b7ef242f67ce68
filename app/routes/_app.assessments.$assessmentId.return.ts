import { ReturnInput } from '#app/domain/reviews/input.ts'
import { returnAssessment } from '#app/domain/reviews/return-assessment.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await returnAssessment(ctx, params.assessmentId!, parseForm(form, ReturnInput))
    return redirectWith(paths.assessment(id), { kind: 'done', key: 'review.done.return' })
  },
  { back: ({ assessmentId }) => paths.assessment(assessmentId!) },
)
