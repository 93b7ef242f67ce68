import { and, eq, inArray } from 'drizzle-orm'
import { listStored, removeStored } from '#app/platform/stored-files.server.ts'
import { files } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'

const ORPHAN_HOURS = 24
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Removes what crashes left of an organisation's files: halves of uploads, and whole ones that the database never heard of.
 * A day's grace, since a file lies at its place before its row is committed. Gives how many went.
 */
export async function sweepFiles(ctx: Context): Promise<number> {
  const { orgId } = ctx.actor
  const old = await listStored(orgId, { now: ctx.now, olderThanHours: ORPHAN_HOURS })
  const ids = old.filter((name) => UUID.test(name))
  const known = ids.length === 0 ? [] : await ctx.db.select({ id: files.id }).from(files).where(and(eq(files.orgId, orgId), inArray(files.id, ids)))
  const kept = new Set(known.map(({ id }) => id))
  const orphans = old.filter((name) => !kept.has(name))
  for (const name of orphans) await removeStored({ orgId, id: name })
  return orphans.length
}
