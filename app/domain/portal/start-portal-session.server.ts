import { and, eq, lte } from 'drizzle-orm'
import { hashSecret, newId, newSecret, orgToken } from '#app/platform/ids.server.ts'
import { portalSessions } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { Device } from '../identity/device.ts'
import { SESSION_DAYS } from './link.ts'

const DAY_MS = 86_400_000

/** Begins a contact's session on one device; returns the cookie's value, which is stored nowhere. */
export async function startPortalSession(
  ctx: Context,
  { contactId, vendorId, isPreview = false, device }: { contactId: string; vendorId: string; isPreview?: boolean; device: Device },
): Promise<string> {
  const secret = newSecret()
  const { orgId } = ctx.actor
  await ctx.db.delete(portalSessions).where(and(eq(portalSessions.orgId, orgId), eq(portalSessions.contactId, contactId), lte(portalSessions.expiresAt, ctx.now)))
  await ctx.db.insert(portalSessions).values({
    orgId, id: newId(), contactId, vendorId, isPreview, tokenHash: hashSecret(secret), createdAt: ctx.now, lastSeenAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + SESSION_DAYS * DAY_MS), ip: device.ip, userAgent: device.userAgent?.slice(0, 400),
  })
  return orgToken(orgId, secret)
}
