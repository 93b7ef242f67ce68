import { requirePermission } from '#app/domain/context.server.ts'
import { getAgreementFile } from '#app/domain/agreements/agreement-file.server.ts'
import { sendAgreementPdf } from '#app/http/send-agreement-pdf.server.ts'
import { authed } from '#app/http/authed.server.ts'

/** The agreement as a download: the frozen text with its signatures, or the draft marked as one. */
export const loader = authed(async ({ ctx, params, request }) => {
  requirePermission(ctx, 'agreement.read')
  return sendAgreementPdf(await getAgreementFile(ctx, params.agreementId!), request)
})
