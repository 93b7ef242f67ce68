import { newId } from '#app/platform/ids.server.ts'
import { engagements, vendors } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { listDuplicates } from './duplicates.server.ts'
import type { CreateVendorInput } from './input.ts'
import { nextRef } from './next-ref.server.ts'
import { requireMember } from './people.server.ts'
import { findBan } from './queries.server.ts'

/**
 * A request: a new vendor and the service it is wanted for, both as drafts (R7.1.1). Throws Problem invalid at the field
 * for a running ban, a known registration number, or similar names that nobody has said to be others.
 */
export async function createVendor(ctx: Context, input: CreateVendorInput): Promise<{ vendorId: string; engagementId: string }> {
  requirePermission(ctx, 'vendor.create')

  return inTransaction(ctx, async (ctx) => {
    await refuseKnown(ctx, input)
    if (input.ownerId) await requireMember(ctx, { userId: input.ownerId, field: 'ownerId' })
    const stamp = { orgId: ctx.actor.orgId, createdAt: ctx.now, updatedAt: ctx.now }
    const { name, nameAlt, regNo, country, address, website, ownerId, service } = input

    const [vendor] = await ctx.db
      .insert(vendors)
      .values({ ...stamp, id: newId(), ref: await nextRef(ctx, 'V', 'vendor'), name, nameAlt, regNo, country, address, website, ownerId, status: 'draft' })
      .onConflictDoNothing()
      .returning()
    if (!vendor) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'vendor.create', subjectType: 'vendor', subjectId: vendor.id, vendorId: vendor.id, after: vendor })

    const requesterId = ctx.actor.kind === 'member' ? ctx.actor.userId : (ownerId ?? vendor.id)
    const [engagement] = await ctx.db
      .insert(engagements)
      .values({ ...stamp, id: newId(), ref: await nextRef(ctx, 'E', 'engagement'), vendorId: vendor.id, title: service, status: 'draft', requesterId, businessOwnerId: ownerId, intake: {} })
      .returning()
    await record(ctx, { action: 'engagement.create', subjectType: 'engagement', subjectId: engagement!.id, vendorId: vendor.id, after: engagement })
    return { vendorId: vendor.id, engagementId: engagement!.id } // an insert without a conflict clause returns its row
  })
}

async function refuseKnown(ctx: Context, input: CreateVendorInput) {
  const refuse = (field: string, key: string, data: Record<string, string>) => new Problem('invalid', 'form.check', {}, [{ field, key, data }])
  const ban = await findBan(ctx, { regNo: input.regNo })
  if (ban) throw refuse('regNo', 'vendors.banned_until', { until: ban.untilOn })
  const known = await listDuplicates(ctx, input)
  const same = known.find((each) => each.same)
  if (same) throw refuse('regNo', 'vendors.duplicate.same', { ref: same.ref, name: same.name })
  if (known.length > 0 && !input.notDuplicate)
    throw refuse('notDuplicate', 'vendors.duplicate.similar', { vendors: known.map(({ ref, name }) => `${ref} ${name}`).join(' · ') })
}
