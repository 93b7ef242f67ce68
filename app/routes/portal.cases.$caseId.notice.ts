import { openIssuedNotice } from '#app/domain/violations/open-issued-notice.server.ts'
import { sendFile } from '#app/http/send-file.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** The termination notice as a download for the vendor that it went to. */
export const loader = vendorAuthed(async ({ ctx, params }) => sendFile(await openIssuedNotice(ctx, params.caseId!)))
