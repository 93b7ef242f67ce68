import { and, asc, desc, eq, getTableColumns, or, sql, type SQL } from 'drizzle-orm'
import { vendorBans, vendorContacts, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import type { ComputedFlag } from './computed-flag.ts'
import { flagsUp } from './flags.server.ts'
import { todayOf } from './today.server.ts'

export type Vendor = typeof vendors.$inferSelect
export type VendorContact = typeof vendorContacts.$inferSelect

/** Throws not-found for another organisation's vendor, as for one that never was. */
export async function getVendor(ctx: Context, vendorId: string): Promise<Vendor> {
  const [vendor] = await ctx.db.select().from(vendors).where(isVendor(ctx, vendorId))
  if (!vendor) throw new Problem('not-found', 'errors.not_found')
  return vendor
}

export type VendorHeader = Vendor & {
  flags: ComputedFlag[]
  ownerName: string | null
  complianceName: string | null
  /** Last day of the ban that runs now. */
  bannedUntil: string | null
  /** Days since the oldest overdue audit was due. */
  auditOverdueDays: number | null
}

/** What stands above every page about the vendor. Throws not-found. */
export async function getVendorHeader(ctx: Context, vendorId: string): Promise<VendorHeader> {
  const today = todayOf(ctx)
  const [vendor] = await ctx.db
    .select({
      ...getTableColumns(vendors),
      flags: flagsUp(ctx),
      ownerName: personName('vendors.owner_id'),
      complianceName: personName('vendors.compliance_id'),
      bannedUntil: sql<string | null>`(select max(b.until_on)::text from vendor_bans b
        where b.org_id = vendors.org_id and b.vendor_id = vendors.id and b.from_on <= ${today} and b.until_on >= ${today})`,
      auditOverdueDays: sql<number | null>`(select ${today} - min(a.due_effective) from audit_cycles a
        where a.org_id = vendors.org_id and a.vendor_id = vendors.id and a.due_effective < ${today}
        and a.state not in ('closed', 'cancelled_terminated'))`,
    })
    .from(vendors)
    .where(isVendor(ctx, vendorId))
  if (!vendor) throw new Problem('not-found', 'errors.not_found')
  return vendor
}

/** The vendor's people, active ones first, primary ones before the others. */
export async function listContacts(ctx: Context, vendorId: string): Promise<VendorContact[]> {
  return ctx.db
    .select()
    .from(vendorContacts)
    .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.vendorId, vendorId)))
    .orderBy(desc(vendorContacts.isActive), desc(vendorContacts.isPrimary), asc(vendorContacts.name), asc(vendorContacts.id))
}

/** Throws not-found. */
export async function getContact(ctx: Context, contactId: string): Promise<VendorContact> {
  const [contact] = await ctx.db
    .select()
    .from(vendorContacts)
    .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.id, asId(contactId))))
  if (!contact) throw new Problem('not-found', 'errors.not_found')
  return contact
}

/** The ban that runs at `today` for this vendor, or for another record of the same registration number; else undefined. */
export async function findBan(ctx: Context, who: { vendorId?: string; regNo?: string | null }): Promise<{ untilOn: string; vendorId: string } | undefined> {
  if (!who.vendorId && !who.regNo) return undefined
  const same = or(who.vendorId ? eq(vendors.id, who.vendorId) : undefined, who.regNo ? eq(vendors.regNo, who.regNo) : undefined)
  const today = todayOf(ctx)
  const [ban] = await ctx.db
    .select({ untilOn: vendorBans.untilOn, vendorId: vendorBans.vendorId })
    .from(vendorBans)
    .innerJoin(vendors, and(eq(vendors.orgId, vendorBans.orgId), eq(vendors.id, vendorBans.vendorId)))
    .where(and(eq(vendorBans.orgId, ctx.actor.orgId), same, sql`${vendorBans.fromOn} <= ${today}`, sql`${vendorBans.untilOn} >= ${today}`))
    .orderBy(desc(vendorBans.untilOn))
    .limit(1)
  return ban
}

/** A person's name by the column that holds their id, as a part of a select over `vendors`. */
function personName(column: string): SQL<string | null> {
  return sql<string | null>`(select u.name from users u where u.id = ${sql.raw(column)})`
}

function isVendor(ctx: Context, vendorId: string) {
  return and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.id, asId(vendorId)))
}
