import { and, eq, gt, isNull } from 'drizzle-orm'
import { links, portalSessions } from '#db/schema/index.ts'
import { hashSecret } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import type { Device } from '../identity/device.ts'
import { record } from '../trail/record.server.ts'
import { findLink, type FoundLink } from './find-link.server.ts'
import { opens, type LinkState } from './link.ts'
import { sendCode } from './send-code.server.ts'
import { startPortalSession } from './start-portal-session.server.ts'

export type Entry =
  | { outcome: 'in'; session: string; link: FoundLink }
  /** The link was opened before: a code was sent to the contact's own address. */
  | { outcome: 'code'; link: FoundLink }
  | { outcome: 'refused'; state: LinkState | 'unknown' }

type Entering = { secret: string; device: Device; /** The secret of the session that the browser came with. */ session?: string }

/**
 * Opens a link's door. The first use goes straight in and binds the device; whoever comes with it later, on another device,
 * needs a code besides. Two at once: the link's row is locked, so one of them is the first.
 */
export async function enterByLink(ctx: Context, { secret, device, session }: Entering): Promise<Entry> {
  requirePermission(ctx, 'portal.read')
  return inTransaction(ctx, async (ctx): Promise<Entry> => {
    const link = await findLink(ctx, secret, { lock: true })
    if (!link) return { outcome: 'refused', state: 'unknown' }
    if (!opens(link.state)) return { outcome: 'refused', state: link.state }
    const known = session !== undefined && (await isContactsSession(ctx, link.contact.id, session))
    if (link.state === 'used' && !known) {
      await sendCode(ctx, link)
      return { outcome: 'code', link }
    }
    return { outcome: 'in', link, session: await letIn(ctx, link, device) }
  })
}

/** Spends the link and starts the session; the trail remembers who came in, never the secret. */
export async function letIn(ctx: Context, link: FoundLink, device: Device): Promise<string> {
  await ctx.db
    .update(links)
    .set({ usedAt: ctx.now })
    .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.id, link.id), isNull(links.usedAt)))
  const data = { contactId: link.contact.id, name: link.contact.name, subjectType: link.subjectType, subjectId: link.subjectId ?? undefined }
  await record(ctx, { action: 'link.enter', subjectType: 'link', subjectId: link.id, vendorId: link.vendor.id, data })
  return startPortalSession(ctx, { contactId: link.contact.id, vendorId: link.vendor.id, device })
}

async function isContactsSession(ctx: Context, contactId: string, secret: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: portalSessions.id })
    .from(portalSessions)
    .where(
      and(
        eq(portalSessions.orgId, ctx.actor.orgId),
        eq(portalSessions.tokenHash, hashSecret(secret)),
        eq(portalSessions.contactId, contactId),
        eq(portalSessions.isPreview, false),
        gt(portalSessions.expiresAt, ctx.now),
      ),
    )
  return row !== undefined
}
