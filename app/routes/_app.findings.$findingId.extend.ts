import { extendFinding } from '#app/domain/findings/extend-finding.server.ts'
import { ExtendInput } from '#app/domain/findings/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await extendFinding(ctx, params.findingId!, parseForm(form, ExtendInput))
    return redirectWith(paths.finding(id), { kind: 'done', key: 'findings.done.extend' })
  },
  { back: ({ findingId }) => paths.finding(findingId!) },
)
