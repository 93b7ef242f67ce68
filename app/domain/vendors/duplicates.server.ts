import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { Duplicate } from './duplicate.ts'
import { cleanRegNo, nameCore } from './reg-no.ts'
import { todayOf } from './today.server.ts'

const MOST_SHOWN = 5

/** Vendors of the same registration number or a similar name, the likeliest first (R7.1.2: nobody is taken in twice). */
export async function listDuplicates(ctx: Context, company: { name?: string; nameAlt?: string; regNo?: string }): Promise<Duplicate[]> {
  const cores = [company.name, company.nameAlt].map((name) => nameCore(name ?? '')).filter((core) => [...core].length >= 2)
  const regNo = cleanRegNo(company.regNo ?? '')
  const alike = await ctx.db.execute<{ id: string }>(
    cores.length === 0
      ? sql`select null::uuid as id where false`
      : sql`select l.id from (values ${sql.join(cores.map((core) => sql`(${core}::text)`), sql`, `)}) given (core)
          cross join lateral vendors_named_like(given.core, ${MOST_SHOWN}) l order by l.likeness desc, l.id limit ${MOST_SHOWN}`,
  )
  const similar = alike.map(({ id }) => id)
  if (similar.length === 0 && regNo === '') return []
  const found = await ctx.db
    .select({
      id: vendors.id,
      ref: vendors.ref,
      name: vendors.name,
      nameAlt: vendors.nameAlt,
      regNo: vendors.regNo,
      status: vendors.status,
      same: sql<boolean>`coalesce(reg_no = ${regNo}, false)`,
      bannedUntil: sql<string | null>`(select max(b.until_on)::text from vendor_bans b where b.org_id = vendors.org_id and b.vendor_id = vendors.id
        and b.from_on <= ${todayOf(ctx)} and b.until_on >= ${todayOf(ctx)})`,
    })
    .from(vendors)
    .where(and(eq(vendors.orgId, ctx.actor.orgId), sql`(${similar.length > 0 ? inArray(vendors.id, similar) : sql`false`} or ${regNo === '' ? sql`false` : eq(vendors.regNo, regNo)})`))
  const rank = (each: Duplicate) => (each.same ? -1 : similar.indexOf(each.id))
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN)
}

/** The vendor that carries this registration number already, other than `exceptId`; else undefined. */
export async function findVendorByRegNo(ctx: Context, regNo: string, exceptId?: string): Promise<{ id: string; ref: string; name: string } | undefined> {
  const [vendor] = await ctx.db
    .select({ id: vendors.id, ref: vendors.ref, name: vendors.name })
    .from(vendors)
    .where(and(eq(vendors.orgId, ctx.actor.orgId), eq(vendors.regNo, regNo), exceptId === undefined ? undefined : ne(vendors.id, exceptId)))
  return vendor
}
