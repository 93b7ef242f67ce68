import { and, eq, gt } from 'drizzle-orm'
import { trail } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { record } from '../trail/record.server.ts'
import { findLink } from './find-link.server.ts'

const ACTION = 'link.request'
const PAUSE_MS = 3_600_000

/** Whoever holds a link that no longer opens asks for a new one; the request's owner hears of it once an hour at most. */
export async function requestLink(ctx: Context, secret: string): Promise<'asked' | 'unknown'> {
  requirePermission(ctx, 'portal.read')
  return inTransaction(ctx, async (ctx) => {
    const link = await findLink(ctx, secret, { lock: true })
    if (!link) return 'unknown'
    const recent = await ctx.db
      .select({ seq: trail.seq })
      .from(trail)
      .where(
        and(
          eq(trail.orgId, ctx.actor.orgId),
          eq(trail.subjectId, link.id),
          eq(trail.action, ACTION),
          gt(trail.at, new Date(ctx.now.getTime() - PAUSE_MS)),
        ),
      )
      .limit(1)
    if (recent.length > 0) return 'asked'
    const { contact, vendor, subjectType, subjectId, state } = link
    const data = { contactId: contact.id, name: contact.name, subjectType, subjectId: subjectId ?? undefined, state }
    await record(ctx, { action: ACTION, subjectType: 'link', subjectId: link.id, vendorId: vendor.id, data })
    return 'asked'
  })
}
