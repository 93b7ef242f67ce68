import { confirmDecision } from '#app/domain/decisions/confirm-decision.server.ts'
import { ConfirmInput } from '#app/domain/reviews/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const id = params.assessmentId!
    await confirmDecision(ctx, id, parseForm(form, ConfirmInput))
    return redirectWith(paths.assessmentDecision(id), { kind: 'done', key: 'review.done.confirm' })
  },
  { back: ({ assessmentId }) => paths.assessmentDecision(assessmentId!) },
)
