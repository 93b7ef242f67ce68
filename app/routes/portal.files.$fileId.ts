import { openFile } from '#app/domain/evidence/open-file.server.ts'
import { sendFile } from '#app/http/send-file.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'

/** A document of the vendor's own, as a download. */
export const loader = vendorAuthed(async ({ ctx, params, context }) => {
  const opened = await openFile(ctx, params.fileId!)
  await context.endRequest?.() // a slow reader holds no transaction
  return sendFile(opened)
})
