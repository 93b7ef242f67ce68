import { redirect } from '@remix-run/node'
import { previewPortal } from '#app/domain/portal/preview-portal.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { portalCookie } from '#app/http/cookies.server.ts'
import { paths } from '#app/http/paths.ts'

/** Opens the portal as the request's contact sees it. */
export const action = authed(
  async ({ ctx, params, request, context }) => {
    const device = { ip: context.ip, userAgent: request.headers.get('User-Agent') ?? undefined }
    const session = await previewPortal(ctx, { assessmentId: params.assessmentId!, device })
    return redirect(paths.portalAssessment(params.assessmentId!), { headers: { 'Set-Cookie': await portalCookie().serialize(session) } })
  },
  { back: ({ assessmentId }) => paths.assessmentSending(assessmentId!) },
)
