import { openFile } from '#app/domain/evidence/open-file.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { sendFile } from '#app/http/send-file.server.ts'

/** A file of the organisation, as a download. */
export const loader = authed(async ({ ctx, params }) => sendFile(await openFile(ctx, params.fileId!)))
