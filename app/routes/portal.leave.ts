import { redirect } from '@remix-run/node'
import { leavePortal } from '#app/domain/portal/leave-portal.server.ts'
import { portalCookie } from '#app/http/cookies.server.ts'
import { paths } from '#app/http/paths.ts'
import { leaving } from '#app/http/vendor-authed.server.ts'

/** Ends the session on this device; a member's preview goes back to its own pages. */
export const action = leaving(async ({ ctx }) => {
  await leavePortal(ctx, ctx.sessionSecret)
  const headers = { 'Set-Cookie': await portalCookie().serialize('', { maxAge: 0 }) }
  return redirect(ctx.isPreview ? paths.assessments() : paths.portalClosed(), { headers })
})
