import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.server.ts'

/** The calendar date of `ctx.now` in the organisation's zone, found inside the query. */
export function todayOf(ctx: Context): SQL<string> {
  return sql<string>`(select (${ctx.now.toISOString()}::timestamptz at time zone o.zone)::date from organisations o where o.id = ${ctx.actor.orgId})`
}

/** The same as 'YYYY-MM-DD'. */
export async function getToday(ctx: Context): Promise<string> {
  const [row] = await ctx.db.execute<{ today: string }>(sql`select ${todayOf(ctx)}::text as today`)
  return row!.today // an actor belongs to an organisation
}
