import { and, eq, isNull, sql } from 'drizzle-orm'
import { links, portalSessions, vendorContacts } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { getContact, type VendorContact } from './queries.server.ts'

/** A contact who has left: gets nothing any more, and every way in that they had is closed. */
export async function deactivateContact(ctx: Context, contactId: string): Promise<VendorContact> {
  requirePermission(ctx, 'contact.update')

  return inTransaction(ctx, async (ctx) => {
    const before = await getContact(ctx, contactId)
    if (!before.isActive) throw new Problem('conflict', 'vendors.contact.inactive')

    const [after] = await ctx.db
      .update(vendorContacts)
      .set({ isActive: false, revision: sql`${vendorContacts.revision} + 1` })
      .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.id, before.id), eq(vendorContacts.isActive, true)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    await ctx.db
      .update(links)
      .set({ revokedAt: ctx.now })
      .where(and(eq(links.orgId, ctx.actor.orgId), eq(links.contactId, after.id), isNull(links.revokedAt)))
    await ctx.db.delete(portalSessions).where(and(eq(portalSessions.orgId, ctx.actor.orgId), eq(portalSessions.contactId, after.id)))

    await record(ctx, { action: 'contact.deactivate', subjectType: 'contact', subjectId: after.id, vendorId: after.vendorId, before, after })
    return after
  })
}
