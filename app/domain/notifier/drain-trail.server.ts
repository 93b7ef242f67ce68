import { and, asc, eq, inArray } from 'drizzle-orm'
import { organisations, trail, trailUnread } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { refreshLiveResidual } from '../vendors/refresh-live-residual.server.ts'
import { raiseAlerts, type RaisedAlert } from './raise-alerts.server.ts'
import { queueEventMail } from './event-mails.server.ts'
import { subjectsOf } from './subjects.server.ts'

const BATCH = 200

/** Entries after which a vendor's live residual may be another one. */
const MOVES_RESIDUAL = /^(case|audit|finding|decision|assessment)\./

/**
 * Takes entries that nobody has read, raises what leaves "at once", and forgets them in the same transaction.
 * Entries are found by their absence from no list but this one, never by "later than the last": a late commit is seen too.
 */
export async function drainTrail(ctx: Context): Promise<{ read: number; raised: RaisedAlert[] }> {
  const unread = await ctx.db
    .select({ seq: trailUnread.seq, at: trailUnread.at })
    .from(trailUnread)
    .where(eq(trailUnread.orgId, ctx.actor.orgId))
    .orderBy(asc(trailUnread.seq))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  if (unread.length === 0) return { read: 0, raised: [] }
  const seqs = unread.map(({ seq }) => seq)
  const entries = await ctx.db
    .select()
    .from(trail)
    .where(and(eq(trail.orgId, ctx.actor.orgId), inArray(trail.seq, seqs)))
    .orderBy(asc(trail.seq))
  const [organisation] = await ctx.db.select({ zone: organisations.zone }).from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  const raised: RaisedAlert[] = []
  const residuals = new Set<string>()
  for (const entry of entries) {
    const subjects = await subjectsOf(ctx, organisation!.zone, { type: entry.subjectType, id: entry.subjectId })
    if (subjects.length > 0) raised.push(...(await raiseAlerts(ctx, { only: 'event', subjects })))
    await queueEventMail(ctx, entry)
    if (entry.vendorId && MOVES_RESIDUAL.test(entry.action)) residuals.add(entry.vendorId)
  }
  for (const vendorId of residuals) await refreshLiveResidual(ctx, vendorId)
  await ctx.db.delete(trailUnread).where(and(eq(trailUnread.orgId, ctx.actor.orgId), inArray(trailUnread.seq, seqs)))
  return { read: entries.length, raised }
}
