import { and, eq, inArray, isNull } from 'drizzle-orm'
import { alerts, deliveries } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Member } from '../identity/actor.ts'
import { record } from '../trail/record.server.ts'
import { getOwnMessage } from './queries.server.ts'

/** Says that the person has taken note: a critical alert then goes no further up (notifier.md rule 6). */
export async function acknowledgeAlert(ctx: Context<Member>, messageId: string): Promise<void> {
  requirePermission(ctx, 'notification.acknowledge')
  await inTransaction(ctx, async (ctx) => {
    const { delivery, alert } = await getOwnMessage(ctx, messageId)
    if (!alert?.ackDueAt) throw new Problem('conflict', 'notifications.not_to_acknowledge')
    if (alert.ackedAt) throw new Problem('conflict', 'notifications.acknowledged_already')
    const [after] = await ctx.db
      .update(alerts)
      .set({ ackedAt: ctx.now, ackedBy: ctx.actor.userId })
      .where(and(eq(alerts.orgId, ctx.actor.orgId), eq(alerts.id, alert.id), isNull(alerts.ackedAt)))
      .returning()
    if (!after) throw new Problem('conflict', 'notifications.acknowledged_already')
    await ctx.db
      .update(deliveries)
      .set({ readAt: ctx.now })
      .where(and(eq(deliveries.orgId, ctx.actor.orgId), inArray(deliveries.alertId, [alert.id]), eq(deliveries.recipient, ctx.actor.userId), isNull(deliveries.readAt)))
    await record(ctx, {
      action: 'alert.acknowledge',
      subjectType: 'alert',
      subjectId: alert.id,
      vendorId: alert.vendorId ?? undefined,
      data: { alert: alert.alert, stage: alert.stage, message: delivery.subject },
    })
  })
}
