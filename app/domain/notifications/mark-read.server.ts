import { and, eq, isNull } from 'drizzle-orm'
import { deliveries } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import type { Member } from '../identity/actor.ts'
import { getOwnMessage } from './queries.server.ts'

/** Marks one message of the person as read, or all of them; a reading is no business event and leaves no trail entry. */
export async function markRead(ctx: Context<Member>, messageId?: string): Promise<number> {
  requirePermission(ctx, 'notification.read')
  if (messageId !== undefined) await getOwnMessage(ctx, messageId)
  const read = await ctx.db
    .update(deliveries)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(deliveries.orgId, ctx.actor.orgId),
        eq(deliveries.recipient, ctx.actor.userId),
        eq(deliveries.channel, 'in_app'),
        isNull(deliveries.readAt),
        messageId === undefined ? undefined : eq(deliveries.id, messageId),
      ),
    )
    .returning({ id: deliveries.id })
  return read.length
}
