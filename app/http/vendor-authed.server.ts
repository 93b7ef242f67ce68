import { redirect, type AppLoadContext } from '@remix-run/node'
import { openContext, type Context, type OpenContext } from '#app/domain/context.server.ts'
import type { Contact } from '#app/domain/identity/actor.ts'
import { findPortalSession } from '#app/domain/portal/queries.server.ts'
import { env } from '#app/platform/env.server.ts'
import { hashSecret, readOrgToken } from '#app/platform/ids.server.ts'
import { wrap } from './authed.server.ts'
import { localeCookie, portalCookie } from './cookies.server.ts'
import { backTo, redirectWith } from './flash.server.ts'
import { paths } from './paths.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findPortalSession>>>

/** A contact's request: who it is, for whom it acts, who asks. */
type ContactContext = Context<Contact> & Pick<Found, 'contact' | 'vendor' | 'organisation'> & {
  /** A member of the organisation is looking through the contact's eyes. */
  isPreview: boolean
  /** Nothing may be changed: a preview outside a demo. */
  isReadOnly: boolean
  sessionSecret: string
}

/** What is known of a request outside Remix too. */
type ContactRequest = { cookies: string | null; now: Date; locale: Context['locale'] }

/** Wraps every loader and action of the portal, as `authed` does for members; a preview may look and no more, but in a demo. */
export const vendorAuthed = wrap<ContactContext>((request, load) => enter(request, load, { mayLook: false }))

/** The same for what a preview may do too: ending itself. */
export const leaving = wrap<ContactContext>((request, load) => enter(request, load, { mayLook: true }))

async function enter(request: Request, load: AppLoadContext, { mayLook }: { mayLook: boolean }) {
  const cookies = request.headers.get('Cookie')
  const open = await openContact({ cookies, now: load.now, locale: load.locale })
  if (!open) throw redirect(paths.portalClosed())
  if (request.method !== 'GET' && request.method !== 'HEAD' && open.ctx.isReadOnly && !mayLook) {
    await open.rollback()
    throw await redirectWith(backTo(request, paths.portal()), { kind: 'refused', key: 'portal.preview.read_only' })
  }
  await preferLanguage(load, cookies, open.ctx.contact.language)
  open.ctx.locale = load.locale
  return open
}

/** Opens the transaction of a contact's request; undefined without a running session. */
export async function openContact({ cookies, now, locale }: ContactRequest): Promise<(OpenContext & { ctx: ContactContext }) | undefined> {
  const token = readOrgToken(String((await portalCookie().parse(cookies)) ?? ''))
  if (!token) return undefined
  const open = await openContext({ kind: 'system', orgId: token.orgId, job: 'portal' }, { now, locale })
  try {
    const found = await findPortalSession(open.ctx, hashSecret(token.secret))
    if (!found) {
      await open.rollback()
      return undefined
    }
    const { session, contact, vendor, organisation } = found
    const actor: Contact = { kind: 'contact', orgId: token.orgId, contactId: contact.id, vendorId: vendor.id, name: contact.name }
    const isReadOnly = session.isPreview && env().CUSTODIA_MODE !== 'demo'
    // The same object: the trail names the actor that the context holds when the transaction ends.
    const ctx = Object.assign(open.ctx as unknown as Context<Contact>, { actor, contact, vendor, organisation, isPreview: session.isPreview, isReadOnly, sessionSecret: token.secret })
    return { ...open, ctx }
  } catch (error) {
    await open.rollback()
    throw error
  }
}

/** A page speaks the contact's language until its reader chooses another one. */
export async function preferLanguage(load: AppLoadContext, cookies: string | null, language: Context['locale']) {
  const chosen: unknown = await localeCookie().parse(cookies)
  if (!chosen) load.locale = language
}
