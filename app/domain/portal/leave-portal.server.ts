import { and, eq } from 'drizzle-orm'
import { portalSessions } from '#db/schema/index.ts'
import { hashSecret } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { contactOf } from './queries.server.ts'

/** Ends the contact's session on this device. */
export async function leavePortal(ctx: Context, secret: string): Promise<void> {
  requirePermission(ctx, 'portal.read')
  return inTransaction(ctx, async (ctx) => {
    const { contactId, vendorId } = contactOf(ctx)
    await ctx.db
      .delete(portalSessions)
      .where(and(eq(portalSessions.orgId, ctx.actor.orgId), eq(portalSessions.contactId, contactId), eq(portalSessions.tokenHash, hashSecret(secret))))
    await record(ctx, { action: 'portal.leave', subjectType: 'contact', subjectId: contactId, vendorId })
  })
}
