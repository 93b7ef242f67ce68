import { verifyFinding } from '#app/domain/findings/verify-finding.server.ts'
import { VerifyInput } from '#app/domain/findings/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await verifyFinding(ctx, params.findingId!, parseForm(form, VerifyInput))
    return redirectWith(paths.finding(id), { kind: 'done', key: 'findings.done.verify' })
  },
  { back: ({ findingId }) => paths.finding(findingId!) },
)
