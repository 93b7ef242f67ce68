import { closeAudit } from '#app/domain/audits/close-audit.server.ts'
import { CloseAuditInput } from '#app/domain/audits/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, form, params }) => {
    const { id } = await closeAudit(ctx, params.auditId!, parseForm(form, CloseAuditInput))
    return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.close' })
  },
  { back: (params) => paths.audit(params.auditId!) },
)
