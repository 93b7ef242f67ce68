import { and, asc, desc, eq, getTableColumns, ilike, inArray, or, sql } from 'drizzle-orm'
import { agreements, engagements, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { todayOf } from '../vendors/today.server.ts'
import type { SigningParty } from './agreement.ts'
import { AgreementListInput, writeKey, type AgreementKey, type AgreementListQuery } from './input.ts'

const PAGE = 50
const SOON_DAYS = 90

const ended = sql<0 | 1>`(case when ${agreements.status} in ('expired', 'terminated', 'superseded', 'void') then 1 else 0 end)`
const signedBy = sql<SigningParty[]>`coalesce((select array_agg(s.party order by s.party) from signatures s
  where s.org_id = ${agreements.orgId} and s.agreement_id = ${agreements.id} and s.version = ${agreements.version}), '{}')`

/** Reads the parameters of the register's address; throws Problem invalid for a status that does not exist. */
export function readAgreementList(params: URLSearchParams): AgreementListQuery {
  const given = { q: params.get('q') ?? '', status: params.getAll('status').filter(Boolean), ending: params.get('ending') ?? undefined, after: params.get('after') ?? undefined, before: params.get('before') ?? undefined }
  const parsed = AgreementListInput.safeParse(given)
  if (!parsed.success) throw new Problem('invalid', 'agreements.list.wrong_address')
  return parsed.data
}

/** The register: what is being made or runs first, by last day; then what has ended. Fifty a page, by key. */
export async function listAgreements(ctx: Context, query: AgreementListQuery) {
  const { id, number, status, version, authStart, authEnd, vendorId } = getTableColumns(agreements)
  const backwards = query.before !== undefined
  const order = backwards ? desc : asc
  const found = await ctx.db
    .select({
      id, number, status, version, authStart, authEnd, vendorId, signedBy, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt, service: engagements.title,
      ended: ended.mapWith(Number), daysLeft: sql<number>`${agreements.authEnd} - ${todayOf(ctx)}`, daysToStart: sql<number>`${agreements.authStart} - ${todayOf(ctx)}`,
    })
    .from(agreements)
    .innerJoin(vendors, and(eq(vendors.orgId, agreements.orgId), eq(vendors.id, agreements.vendorId)))
    .innerJoin(engagements, and(eq(engagements.orgId, agreements.orgId), eq(engagements.id, agreements.engagementId)))
    .where(and(matches(ctx, query), beyond(query.after, '>'), beyond(query.before, '<')))
    .orderBy(order(ended), order(agreements.authEnd), order(agreements.id))
    .limit(PAGE + 1)
  const more = found.length > PAGE
  const rows = backwards ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE)
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    ...(last && (more || backwards) && { next: keyOf(last) }),
    ...(first && (backwards ? more : query.after !== undefined) && { previous: keyOf(first) }),
  }
}

export type AgreementRow = Awaited<ReturnType<typeof listAgreements>>['rows'][number]

/** How many agreements the filters leave, to a thousand. */
export async function countAgreements(ctx: Context, query: AgreementListQuery): Promise<number> {
  const [row] = await ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from (select 1 from ${agreements}
    join ${vendors} on ${vendors.orgId} = ${agreements.orgId} and ${vendors.id} = ${agreements.vendorId}
    join ${engagements} on ${engagements.orgId} = ${agreements.orgId} and ${engagements.id} = ${agreements.engagementId}
    where ${matches(ctx, query)} limit 1001) found`)
  return row?.count ?? 0
}

function matches(ctx: Context, { q, status, ending }: AgreementListQuery) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return and(
    eq(agreements.orgId, ctx.actor.orgId),
    status.length > 0 ? inArray(agreements.status, status) : undefined,
    ending && sql`${agreements.status} = 'active' and ${agreements.authEnd} <= ${todayOf(ctx)} + ${SOON_DAYS}::int`,
    q === '' ? undefined : or(ilike(agreements.number, like), ilike(vendors.name, like), ilike(vendors.nameAlt, like), ilike(engagements.title, like)),
  )
}

function beyond(key: AgreementKey | undefined, side: '>' | '<') {
  if (!key) return undefined
  const [isEnded, on, id] = key
  return sql`(${ended}, ${agreements.authEnd}, ${agreements.id}) ${sql.raw(side)} (${isEnded}::int, ${on}::date, ${id}::uuid)`
}

const keyOf = ({ ended: isEnded, authEnd, id }: { ended: number; authEnd: string; id: string }) => writeKey([isEnded === 1 ? 1 : 0, authEnd, id])
