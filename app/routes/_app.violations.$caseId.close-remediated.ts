import { closeRemediated } from '#app/domain/violations/close-remediated.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { id } = await closeRemediated(ctx, params.caseId!)
    return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.closed' })
  },
  { back: (params) => paths.violation(params.caseId!) },
)
