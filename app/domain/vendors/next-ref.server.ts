import { sql } from 'drizzle-orm'
import type { Context } from '../context.server.ts'

/** The organisation's next reference of a kind: nextRef(ctx, 'V', 'vendor') is 'V-0001', then 'V-0002'. */
export async function nextRef(ctx: Context, prefix: string, kind: string): Promise<string> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`select next_reference(${kind}) as n`)
  return `${prefix}-${String(row?.n ?? 0).padStart(4, '0')}`
}
