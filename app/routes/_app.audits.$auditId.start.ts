import { startFieldwork } from '#app/domain/audits/start-fieldwork.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { id } = await startFieldwork(ctx, params.auditId!)
    return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.start' })
  },
  { back: (params) => paths.audit(params.auditId!) },
)
