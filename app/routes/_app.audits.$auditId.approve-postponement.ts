import { postponeAudit } from '#app/domain/audits/postpone-audit.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { id } = await postponeAudit(ctx, params.auditId!)
    return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.postpone' })
  },
  { back: (params) => paths.audit(params.auditId!) },
)
