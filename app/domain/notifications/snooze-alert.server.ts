import { snoozes } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Member } from '../identity/actor.ts'
import { record } from '../trail/record.server.ts'
import { maySnoozeMessage } from './may-snooze-message.server.ts'
import { getOwnMessage } from './queries.server.ts'
import { snoozeUntil } from './snooze.ts'

/** Lets one person rest from one alert on one subject for 1 to 7 days; returns when it ends (notifier.md rule 8). */
export async function snoozeAlert(ctx: Context<Member>, messageId: string, { days }: { days: number }): Promise<Date> {
  requirePermission(ctx, 'notification.read')
  return inTransaction(ctx, async (ctx) => {
    const { alert } = await getOwnMessage(ctx, messageId)
    if (!alert || !maySnoozeMessage(alert)) throw new Problem('conflict', 'notifications.snooze.never')
    const untilAt = snoozeUntil(ctx.now, days)
    await ctx.db
      .insert(snoozes)
      .values({ orgId: ctx.actor.orgId, userId: ctx.actor.userId, alert: alert.alert, subjectId: alert.subjectId, untilAt })
      .onConflictDoUpdate({ target: [snoozes.orgId, snoozes.userId, snoozes.alert, snoozes.subjectId], set: { untilAt } })
    await record(ctx, {
      action: 'alert.snooze',
      subjectType: 'alert',
      subjectId: alert.id,
      vendorId: alert.vendorId ?? undefined,
      data: { alert: alert.alert, stage: alert.stage, until: untilAt.toISOString() },
    })
    return untilAt
  })
}
