import { closeTerminated } from '#app/domain/violations/close-terminated.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { id } = await closeTerminated(ctx, params.caseId!)
    return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.terminated' })
  },
  { back: (params) => paths.violation(params.caseId!) },
)
