import type { Context } from '#app/domain/context.server.ts'
import { nextRef } from '#app/domain/vendors/next-ref.server.ts'
import type { Vendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { engagements, vendorContacts, vendors } from '#db/schema/index.ts'

/** A vendor as a row, in any state that a test wants to start from. */
export async function aVendor(ctx: Context, values: Partial<typeof vendors.$inferInsert> = {}): Promise<Vendor> {
  const ref = await nextRef(ctx, 'V', 'vendor')
  const [vendor] = await ctx.db
    .insert(vendors)
    .values({ orgId: ctx.actor.orgId, id: newId(), ref, name: `Vendor ${ref}`, status: 'draft', createdAt: ctx.now, updatedAt: ctx.now, ...values })
    .returning()
  return vendor!
}

/** A person of the vendor's. */
export async function aContact(ctx: Context, vendorId: string, values: Partial<typeof vendorContacts.$inferInsert> = {}) {
  const id = newId()
  const [contact] = await ctx.db
    .insert(vendorContacts)
    .values({ orgId: ctx.actor.orgId, id, vendorId, name: 'Huang Zhiyuan', email: `huang.${id.slice(-8)}@vendor.example`, createdAt: ctx.now, ...values })
    .returning()
  return contact!
}

/** A service bought from the vendor; its intake is empty unless given. */
export async function anEngagement(ctx: Context, vendorId: string, values: Partial<typeof engagements.$inferInsert> = {}) {
  const requesterId = ctx.actor.kind === 'member' ? ctx.actor.userId : newId()
  const [engagement] = await ctx.db
    .insert(engagements)
    .values({
      orgId: ctx.actor.orgId, id: newId(), ref: await nextRef(ctx, 'E', 'engagement'), vendorId, title: 'Customer hotline',
      status: 'draft', requesterId, intake: {}, createdAt: ctx.now, updatedAt: ctx.now, ...values,
    })
    .returning()
  return engagement!
}
