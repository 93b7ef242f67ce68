import { getAgreementFile } from '#app/domain/agreements/agreement-file.server.ts'
import { sendAgreementPdf } from '#app/http/send-agreement-pdf.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** The agreement that the vendor was sent, as a download. */
export const loader = vendorAuthed(async ({ ctx, params, request }) => sendAgreementPdf(await getAgreementFile(ctx, params.agreementId!), request))
