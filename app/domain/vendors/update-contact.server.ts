import { and, eq, ne, sql } from 'drizzle-orm'
import { vendorContacts } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { UpdateContactInput } from './input.ts'
import { getContact, type VendorContact } from './queries.server.ts'

/** Changes a contact, and makes one active again that had been deactivated. */
export async function updateContact(ctx: Context, contactId: string, { revision, ...input }: UpdateContactInput): Promise<VendorContact> {
  requirePermission(ctx, 'contact.update')

  return inTransaction(ctx, async (ctx) => {
    const before = await getContact(ctx, contactId)
    const [taken] = await ctx.db
      .select({ id: vendorContacts.id })
      .from(vendorContacts)
      .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.vendorId, before.vendorId), eq(vendorContacts.email, input.email), ne(vendorContacts.id, before.id)))
    if (taken) throw new Problem('invalid', 'form.check', {}, [{ field: 'email', key: 'vendors.contact.known' }])

    const [after] = await ctx.db
      .update(vendorContacts)
      .set({ ...input, phone: input.phone ?? null, title: input.title ?? null, isActive: true, revision: sql`${vendorContacts.revision} + 1` })
      .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.id, before.id), eq(vendorContacts.revision, revision)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')

    await record(ctx, { action: 'contact.update', subjectType: 'contact', subjectId: after.id, vendorId: after.vendorId, before, after })
    return after
  })
}
