import { and, eq, sql } from 'drizzle-orm'
import { vendors } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { findVendorByRegNo } from './duplicates.server.ts'
import type { UpdateVendorInput } from './input.ts'
import { requireMember } from './people.server.ts'
import { getVendor, type Vendor } from './queries.server.ts'

/** Names, number, place and people of a vendor. Throws conflict when somebody changed the vendor since the form was drawn. */
export async function updateVendor(ctx: Context, vendorId: string, { revision, ...input }: UpdateVendorInput): Promise<Vendor> {
  requirePermission(ctx, 'vendor.update')

  return inTransaction(ctx, async (ctx) => {
    const before = await getVendor(ctx, vendorId)
    await refuseTaken(ctx, before.id, input)

    const [after] = await ctx.db
      .update(vendors)
      .set({ ...emptied(input), updatedAt: ctx.now, revision: sql`${vendors.revision} + 1` })
      .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, before.id), eq(vendors.revision, revision)))
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')

    await record(ctx, { action: 'vendor.update', subjectType: 'vendor', subjectId: after.id, vendorId: after.id, before, after })
    return after
  })
}

/** A field left empty is emptied, not kept. */
function emptied({ name, country, ...rest }: Omit<UpdateVendorInput, 'revision'>) {
  const { nameAlt = null, regNo = null, address = null, website = null, ownerId = null, complianceId = null } = rest
  return { name, country, nameAlt, regNo, address, website, ownerId, complianceId }
}

async function refuseTaken(ctx: Context, vendorId: string, input: Omit<UpdateVendorInput, 'revision'>) {
  const same = input.regNo && (await findVendorByRegNo(ctx, input.regNo, vendorId))
  if (same) throw new Problem('invalid', 'form.check', {}, [{ field: 'regNo', key: 'vendors.duplicate.same', data: { ref: same.ref, name: same.name } }])
  for (const field of ['ownerId', 'complianceId'] as const) {
    const userId = input[field]
    if (userId) await requireMember(ctx, { userId, field })
  }
}
