import { openFile } from '#app/domain/evidence/open-file.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { sendFile } from '#app/http/send-file.server.ts'

/** A file of the organisation, as a download. */
export const loader = authed(async ({ ctx, params, context }) => {
  const opened = await openFile(ctx, params.fileId!)
  await context.endRequest?.() // a slow reader holds no transaction
  return sendFile(opened)
})
