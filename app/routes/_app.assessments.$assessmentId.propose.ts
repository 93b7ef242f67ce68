import { proposeDecision } from '#app/domain/decisions/propose-decision.server.ts'
import { ProposeInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    await proposeDecision(ctx, id, parseForm(form, ProposeInput))
    return redirectWith(paths.assessmentDecision(id), { kind: 'done', key: 'review.done.propose' })
  },
  { back: ({ assessmentId }) => paths.assessmentDecision(assessmentId!) },
)
