import { newId } from '#app/platform/ids.server.ts'
import { vendorContacts } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { ContactInput } from './input.ts'
import { getVendor, type VendorContact } from './queries.server.ts'

/** A person at the vendor who gets questionnaires and alerts, or signs. Throws Problem invalid at an address that is known already. */
export async function createContact(ctx: Context, vendorId: string, input: ContactInput): Promise<VendorContact> {
  requirePermission(ctx, 'contact.create')

  return inTransaction(ctx, async (ctx) => {
    const vendor = await getVendor(ctx, vendorId)
    const [contact] = await ctx.db
      .insert(vendorContacts)
      .values({ orgId: ctx.actor.orgId, id: newId(), vendorId: vendor.id, ...input, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning()
    if (!contact) throw new Problem('invalid', 'form.check', {}, [{ field: 'email', key: 'vendors.contact.known' }])
    await record(ctx, { action: 'contact.create', subjectType: 'contact', subjectId: contact.id, vendorId: vendor.id, after: contact })
    return contact
  })
}
