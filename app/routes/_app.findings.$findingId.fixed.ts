import { markFixed } from '#app/domain/findings/mark-fixed.server.ts'
import { FixedInput } from '#app/domain/findings/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await markFixed(ctx, params.findingId!, parseForm(form, FixedInput))
    return redirectWith(paths.finding(id), { kind: 'done', key: 'findings.done.fixed' })
  },
  { back: ({ findingId }) => paths.finding(findingId!) },
)
