import { and, desc, eq, lt, notInArray } from 'drizzle-orm'
import { trail } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { Happening } from './happening.ts'

/** Steps too small for a history that people read; the full trail has them. */
const SMALL = ['answer.save', 'engagement.save_intake', 'file.download', 'file.upload', 'link.enter', 'link.code', 'evidence.describe', 'portal.leave', 'vendor.refresh_residual', 'agreement.save']

/** What happened with a vendor, the latest first. `before` is the seq of the last entry of the page before; `all` leaves nothing out. */
export async function listTimeline(ctx: Context, vendorId: string, { limit, before, all = false }: { limit: number; before?: number; all?: boolean }): Promise<{ happenings: Happening[]; more: boolean }> {
  const rows = await ctx.db
    .select({ seq: trail.seq, at: trail.at, action: trail.action, subjectType: trail.subjectType, subjectId: trail.subjectId, actorKind: trail.actorKind, actorName: trail.actorName, body: trail.body })
    .from(trail)
    .where(
      and(
        eq(trail.orgId, ctx.actor.orgId),
        eq(trail.vendorId, vendorId),
        before === undefined ? undefined : lt(trail.seq, before),
        all ? undefined : notInArray(trail.action, SMALL),
      ),
    )
    .orderBy(desc(trail.seq))
    .limit(limit + 1)
  return { happenings: rows.slice(0, limit).map(({ body, actorName, ...row }) => ({ ...row, actorName: actorName ?? '', data: dataOf(body) })), more: rows.length > limit }
}

/** The values that a sentence can show: words and figures of the entry's data and of the row it left, never nested ones. */
function dataOf(body: string): Happening['data'] {
  const { data, after } = JSON.parse(body) as { data?: Record<string, unknown>; after?: Record<string, unknown> } // written by record()
  const flat = Object.entries({ ...after, ...data }).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number')
  return Object.fromEntries(flat)
}
