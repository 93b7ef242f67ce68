import { and, desc, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { alerts, deliveries, snoozes, vendors } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Member } from '../identity/actor.ts'
import { asId } from '../input.ts'
import { messageLabels } from './message-labels.server.ts'
import { messageParts } from './message-parts.ts'
import { maySnoozeMessage } from './may-snooze-message.server.ts'

export const MESSAGE_VIEWS = ['all', 'unread', 'toAcknowledge', 'snoozed'] as const
type MessageView = (typeof MESSAGE_VIEWS)[number]
const MESSAGE_PAGE = 30

const mine = (ctx: Context<Member>) =>
  and(eq(deliveries.orgId, ctx.actor.orgId), eq(deliveries.recipient, ctx.actor.userId), eq(deliveries.channel, 'in_app'))

const toAcknowledge = and(isNotNull(alerts.ackDueAt), isNull(alerts.ackedAt))

function viewed(view: MessageView): SQL | undefined {
  switch (view) {
    case 'all':
      return undefined
    case 'unread':
      return isNull(deliveries.readAt)
    case 'toAcknowledge':
      return toAcknowledge
    case 'snoozed':
      return isNotNull(snoozes.untilAt)
  }
}

const onAlert = and(eq(alerts.orgId, deliveries.orgId), eq(alerts.id, deliveries.alertId))
const onSnooze = (ctx: Context<Member>) =>
  and(
    eq(snoozes.orgId, deliveries.orgId),
    eq(snoozes.userId, ctx.actor.userId),
    eq(snoozes.alert, alerts.alert),
    eq(snoozes.subjectId, alerts.subjectId),
    gt(snoozes.untilAt, ctx.now),
  )

/** One page of the person's own messages, the newest first; `after` is the id of the last row of the page before. */
export async function listMessages(ctx: Context<Member>, { view, after }: { view: MessageView; after?: string }) {
  requirePermission(ctx, 'notification.read')
  const beyond = after === undefined ? undefined : sql`(${deliveries.createdAt}, ${deliveries.id}) < (select d.created_at, d.id from deliveries d where d.org_id = ${ctx.actor.orgId} and d.id = ${asId(after)})`
  const rows = await ctx.db
    .select({
      id: deliveries.id,
      severity: deliveries.severity,
      subject: deliveries.subject,
      language: deliveries.language,
      text: deliveries.text,
      link: deliveries.link,
      createdAt: deliveries.createdAt,
      readAt: deliveries.readAt,
      alert: alerts.alert,
      stage: alerts.stage,
      ackDueAt: alerts.ackDueAt,
      ackedAt: alerts.ackedAt,
      ackedBy: sql<string | null>`(select u.name from users u where u.id = ${alerts.ackedBy})`,
      escalatedTo: alerts.escalatedTo,
      snoozedUntil: snoozes.untilAt,
      vendorId: vendors.id,
      vendorName: vendors.name,
      vendorNameAlt: vendors.nameAlt,
    })
    .from(deliveries)
    .leftJoin(alerts, onAlert)
    .leftJoin(snoozes, onSnooze(ctx))
    .leftJoin(vendors, and(eq(vendors.orgId, alerts.orgId), eq(vendors.id, alerts.vendorId)))
    .where(and(mine(ctx), viewed(view), beyond))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(MESSAGE_PAGE + 1)
  const page = rows.slice(0, MESSAGE_PAGE)
  return {
    messages: page.map(({ text, ...row }) => ({
      ...row,
      ...messageParts(text, messageLabels()),
      maySnooze: row.alert !== null && row.stage !== null && maySnoozeMessage({ alert: row.alert, stage: row.stage, severity: row.severity }),
    })),
    next: rows.length > MESSAGE_PAGE ? page.at(-1)?.id : undefined,
  }
}

/** How many of the person's messages each view holds. */
export async function countMessages(ctx: Context<Member>): Promise<Record<MessageView, number>> {
  requirePermission(ctx, 'notification.read')
  const [row] = await ctx.db
    .select({
      all: sql<number>`count(*)::int`,
      unread: sql<number>`(count(*) filter (where ${deliveries.readAt} is null))::int`,
      toAcknowledge: sql<number>`(count(*) filter (where ${toAcknowledge}))::int`,
      snoozed: sql<number>`(count(*) filter (where ${snoozes.untilAt} is not null))::int`,
    })
    .from(deliveries)
    .leftJoin(alerts, onAlert)
    .leftJoin(snoozes, onSnooze(ctx))
    .where(mine(ctx))
  return row ?? { all: 0, unread: 0, toAcknowledge: 0, snoozed: 0 }
}

/** Throws not-found for anybody else's message. */
export async function getOwnMessage(ctx: Context<Member>, messageId: string) {
  const [row] = await ctx.db
    .select({ delivery: deliveries, alert: alerts })
    .from(deliveries)
    .leftJoin(alerts, onAlert)
    .where(and(mine(ctx), eq(deliveries.id, asId(messageId))))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return row
}
