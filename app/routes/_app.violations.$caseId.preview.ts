import { getNoticeFacts } from '#app/domain/violations/notice-facts.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { renderTerminationNotice } from '#app/pdf/render-termination-notice.server.ts'

/** The notice as it would go out now; nothing is kept. */
export const loader = authed(async ({ ctx, params }) => {
  const facts = await getNoticeFacts(ctx, params.caseId!)
  const body = new Uint8Array(renderTerminationNotice(facts))
  return new Response(body, { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${facts.violationCase.ref}-preview.pdf"`, 'Cache-Control': 'no-store' } })
})
