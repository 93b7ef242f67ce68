import { sendReport } from '#app/domain/audits/send-report.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { id } = await sendReport(ctx, params.auditId!)
    return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.send' })
  },
  { back: (params) => paths.audit(params.auditId!) },
)
