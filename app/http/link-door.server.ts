import { redirect, type ActionFunctionArgs, type AppLoadContext } from '@remix-run/node'
import { withContext, type Context } from '#app/domain/context.server.ts'
import type { Device } from '#app/domain/identity/device.ts'
import type { FoundLink } from '#app/domain/portal/find-link.server.ts'
import { readOrgToken } from '#app/platform/ids.server.ts'
import { localeCookie, portalCookie } from './cookies.server.ts'
import { paths } from './paths.ts'

/** A link's address taken apart; undefined when it is not whole. */
export function readLink({ params }: Pick<ActionFunctionArgs, 'params'>): { orgId: string; secret: string } | undefined {
  return readOrgToken(params.token ?? '')
}

/** Work at a link's door: nobody is signed in, so the portal itself acts inside the organisation that the link names. */
export function atLink<T>({ orgId }: { orgId: string }, { now, locale }: AppLoadContext, work: (ctx: Context) => Promise<T>): Promise<T> {
  return withContext({ kind: 'system', orgId, job: 'portal' }, { now, locale }, work)
}

export function deviceOf({ request, context }: ActionFunctionArgs): Device {
  return { ip: context.ip, userAgent: request.headers.get('User-Agent') ?? undefined }
}

/** The secret of the portal session that the browser came with. */
export async function portalSecret(request: Request): Promise<string | undefined> {
  return readOrgToken(String((await portalCookie().parse(request.headers.get('Cookie'))) ?? ''))?.secret
}

/** Goes on to what the link is about; the token leaves the address, and the page speaks the contact's language unless one was chosen. */
export async function goIn(request: Request, session: string, link: FoundLink) {
  const headers = new Headers()
  headers.append('Set-Cookie', await portalCookie().serialize(session))
  const chosen: unknown = await localeCookie().parse(request.headers.get('Cookie'))
  if (!chosen) headers.append('Set-Cookie', await localeCookie().serialize(link.contact.language))
  return redirect(placeOf(link), { headers })
}

function placeOf({ subjectType, subjectId }: FoundLink): string {
  if (subjectId === null) return paths.portal()
  if (subjectType === 'assessment') return paths.portalAssessment(subjectId)
  return subjectType === 'agreement' ? paths.portalAgreement(subjectId) : paths.portal()
}
