import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.server.ts'
import { flagIsUp, flagsUp } from './flags.server.ts'
import { writeKey, type ListKey, type VendorListQuery } from './list-input.server.ts'
import type { ListedVendor } from './listed-vendor.ts'

export type VendorPage = {
  vendors: ListedVendor[]
  /** Exact up to MOST_COUNTED, else MOST_COUNTED + 1. */
  count: number
  next?: string
  previous?: string
}

export const MOST_COUNTED = 1000

/** One page of the organisation's vendors by key, with the number of all that match. Every row comes exactly once. */
export async function listVendors(ctx: Context, query: VendorListQuery): Promise<VendorPage> {
  const found = await findByText(ctx, query.q)
  const where = sql.join([sql`vendors.org_id = ${ctx.actor.orgId}`, ...filters(ctx, query), ...found.where], sql` and `)
  const backwards = query.before !== undefined
  const from = query.before ?? query.after
  const descending = query.sort.startsWith('-') !== backwards
  const key = sortKey(ctx, query)
  const beyond = from ? sql` and (${key}, vendors.id) ${sql.raw(descending ? '<' : '>')} (${from[0]}${castOf(query)}, ${from[1]}::uuid)` : sql``
  const order = sql.raw(descending ? 'desc' : 'asc')
  const rows = await ctx.db.execute<Row>(sql`select ${shown(ctx)} from (
    select vendors.*, ${key} as sort_key from vendors where ${where}${beyond} order by ${key} ${order}, vendors.id ${order} limit ${query.limit + 1}
  ) vendors left join lateral ${NEXT_DATE} next on true order by sort_key ${collateOf(ctx, query)} ${order}, vendors.id ${order}`)
  const page = rows.slice(0, query.limit)
  const more = rows.length > query.limit
  const count = from || more ? await countVendors(ctx, where) : rows.length
  if (backwards) page.reverse()
  return { vendors: page.map(asVendor), count, ...links(page, query, { more, backwards }) }
}

async function countVendors(ctx: Context, where: SQL): Promise<number> {
  const [row] = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from vendors where ${where} limit ${MOST_COUNTED + 1}) counted`,
  )
  return row?.count ?? 0
}

type Row = Record<string, unknown> & { id: string; sort_key: string | number; updated_at: string }

function links(page: Row[], query: VendorListQuery, { more, backwards }: { more: boolean; backwards: boolean }) {
  const first = page[0]
  const last = page.at(-1)
  return {
    ...(last && (backwards || more) ? { next: writeKey(keyOf(last, query)) } : {}),
    ...(first && (backwards ? more : query.after) ? { previous: writeKey(keyOf(first, query)) } : {}),
  }
}

function keyOf(row: Row, { sort }: VendorListQuery): ListKey {
  if (sort.endsWith('name')) return [String(row.sort_key), row.id]
  if (sort.endsWith('residual')) return [Number(row.sort_key), row.id]
  return [new Date(String(row.sort_key)).toISOString(), row.id]
}

function sortKey(ctx: Context, { sort }: VendorListQuery): SQL {
  if (sort.endsWith('name')) return sql`vendors.name collate ${sql.raw(ctx.locale === 'en' ? '"en-x-icu"' : '"zh-x-icu"')}`
  if (sort.endsWith('residual')) return sql`coalesce(vendors.residual_live_h, -1)`
  return sql`vendors.updated_at`
}

function castOf({ sort }: VendorListQuery): SQL {
  return sql.raw(sort.endsWith('name') ? '::text' : sort.endsWith('residual') ? '::int' : '::timestamptz')
}

function collateOf(ctx: Context, { sort }: VendorListQuery): SQL {
  return sql.raw(sort.endsWith('name') ? `collate ${ctx.locale === 'en' ? '"en-x-icu"' : '"zh-x-icu"'}` : '')
}

function filters(ctx: Context, { status, tier, band, flag, owner }: VendorListQuery): SQL[] {
  const among = (column: string, values: readonly string[]) =>
    values.length === 0 ? [] : [sql`${sql.raw(`vendors.${column}`)} in (${sql.join(values.map((value) => sql`${value}`), sql`, `)})`]
  const flags = flag.length === 0 ? [] : [sql`(${sql.join(flag.map((each) => flagIsUp(ctx, each)), sql` or `)})`]
  return [...among('status', status), ...among('tier', tier), ...among('band_live', band), ...among('owner_id', owner), ...flags]
}

const SEARCHED = sql.raw(`vendors.name || ' ' || coalesce(vendors.name_alt, '') || ' ' || coalesce(vendors.reg_no, '') || ' ' || vendors.ref`)

/**
 * Search by substring. Three characters and more are looked up in the trigram index; what is shorter, or found in more
 * rows than are counted, is looked for along the list's own order, which then ends early.
 */
async function findByText(ctx: Context, q: string): Promise<{ where: SQL[] }> {
  if (q === '') return { where: [] }
  if ([...q].length >= 3) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    const found = await ctx.db.execute<{ id: string }>(sql`select vendors_like(${pattern}, ${MOST_COUNTED + 1}) as id`)
    if (found.length <= MOST_COUNTED) return { where: [sql`vendors.id = any(${`{${found.map(({ id }) => id).join(',')}}`}::uuid[])`] }
  }
  const hasCase = q.toLowerCase() !== q.toUpperCase()
  return { where: [hasCase ? sql`strpos(lower(${SEARCHED}), ${q.toLowerCase()}) > 0` : sql`strpos(${SEARCHED}, ${q}) > 0`] }
}

const shown = (ctx: Context) => sql`vendors.id, vendors.ref, vendors.name, vendors.name_alt, vendors.reg_no, vendors.country, vendors.status,
  vendors.tier, vendors.band_live, vendors.residual_live_h, vendors.owner_id, vendors.updated_at, vendors.sort_key, ${flagsUp(ctx)} as flags,
  (select u.name from users u where u.id = vendors.owner_id) as owner_name, next.due as next_on, next.kind as next_kind`

// Lists and heads name the one date that comes first; each branch is one probe of an index by vendor.
const NEXT_DATE = sql`(select due, kind from (
  select min(a.due_effective) as due, 'audit' as kind from audit_cycles a where a.org_id = vendors.org_id and a.vendor_id = vendors.id
    and a.state not in ('closed', 'cancelled_terminated')
  union all select min(f.due_on), 'finding' from findings f where f.org_id = vendors.org_id and f.vendor_id = vendors.id
    and f.status in ('open', 'plan_received', 'fixed', 'rejected')
  union all select min(g.auth_end), 'agreement_end' from agreements g where g.org_id = vendors.org_id and g.vendor_id = vendors.id and g.status = 'active'
  union all select min(q.due_on), 'questionnaire' from assessments q where q.org_id = vendors.org_id and q.vendor_id = vendors.id
    and q.status in ('invited', 'in_progress', 'returned')
  union all select vendors.reassess_due_on, 'reassessment'
) dates where due is not null and vendors.status not in ('terminated', 'banned', 'rejected', 'withdrawn') order by due, kind limit 1)`

function asVendor(row: Row): ListedVendor {
  return {
    id: row.id,
    ref: row.ref,
    name: row.name,
    nameAlt: row.name_alt,
    regNo: row.reg_no,
    country: row.country,
    status: row.status,
    tier: row.tier,
    band: row.band_live,
    residualH: row.residual_live_h,
    flags: row.flags,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    nextOn: row.next_on,
    nextKind: row.next_kind,
    updatedAt: new Date(row.updated_at).toISOString(),
  } as ListedVendor // the select above names each column
}
