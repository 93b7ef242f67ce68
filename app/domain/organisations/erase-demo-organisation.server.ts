import { sql } from 'drizzle-orm'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getOrganisation } from './queries.server.ts'

/** Removes the demo organisation whole, its people and its trail included: nothing is left that could tell of it. Refuses any other. */
export async function eraseDemoOrganisation(ctx: Context) {
  requirePermission(ctx, 'organisation.remove_demo')
  const { isDemo } = await getOrganisation(ctx)
  if (!isDemo) throw new Problem('conflict', 'organisations.demo.not_demo')
  ctx.pending.length = 0
  await ctx.db.execute(sql`select erase_demo_organisation()`)
}
