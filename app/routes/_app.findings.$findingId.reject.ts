import { rejectFinding } from '#app/domain/findings/reject-finding.server.ts'
import { RejectInput } from '#app/domain/findings/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await rejectFinding(ctx, params.findingId!, parseForm(form, RejectInput))
    return redirectWith(paths.finding(id), { kind: 'done', key: 'findings.done.reject' })
  },
  { back: ({ findingId }) => paths.finding(findingId!) },
)
