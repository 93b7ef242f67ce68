import { savePlan } from '#app/domain/findings/save-plan.server.ts'
import { PlanInput } from '#app/domain/findings/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await savePlan(ctx, params.findingId!, parseForm(form, PlanInput))
    return redirectWith(paths.finding(id), { kind: 'done', key: 'findings.done.plan' })
  },
  { back: ({ findingId }) => paths.finding(findingId!) },
)
