import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import { alerts, organisations } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { Alert, AudienceRole } from '../notifications/alert.ts'
import { escalationDue } from '../notifications/escalation.ts'
import type { RaisedStage } from '../notifications/ladder-entry.ts'
import { resolveRecipients } from '../notifications/recipients.ts'
import { loadBusinessCalendar } from '../organisations/queries.server.ts'
import type { AlertSubject } from './alert-subject.ts'
import { audienceOf, loadPeople } from './audience.server.ts'
import { emptyOutbox, writeOutbox } from './outbox.server.ts'
import { queueMessages } from './queue-messages.server.ts'
import { alertBook } from './raise-alerts.server.ts'

/** Critical messages that nobody acknowledged in time go one role up (notifier.md rule 6). */
export async function escalateUnacknowledged(ctx: Context): Promise<void> {
  const late = await ctx.db
    .select()
    .from(alerts)
    .where(and(eq(alerts.orgId, ctx.actor.orgId), isNull(alerts.ackedAt), isNotNull(alerts.ackDueAt), lte(alerts.ackDueAt, ctx.now)))
  if (late.length === 0) return
  const book = alertBook()
  const people = await loadPeople(ctx)
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  const world = { book, people, organisation: organisation!, calendar: await loadBusinessCalendar(ctx) }
  const outbox = emptyOutbox()
  const climbed = new Map<AudienceRole, string[]>()
  for (const row of late) {
    const alert = book.get(row.alert)
    if (!alert || climbsByItself(alert, row.stage)) continue
    const ackHours = (row.ackDueAt!.getTime() - row.raisedAt.getTime()) / 3_600_000
    const role = escalationDue(
      { severity: row.severity, roles: row.roles, sentAt: row.raisedAt, escalatedTo: row.escalatedTo ?? undefined, ackHours },
      ctx.now,
    )
    if (!role) continue
    const subject = subjectOf(row)
    const { recipients, missing } = resolveRecipients([role], audienceOf(subject, people))
    const stage: RaisedStage = {
      key: `${row.key}|up:${role}`,
      alert: row.alert,
      stage: row.stage,
      status: 'sent',
      severity: row.severity,
      on: row.nominalOn,
      at: ctx.now,
      roles: [role],
      recipients,
      missing,
      actions: [],
      ...(row.due !== null && { due: row.due }),
    }
    queueMessages(ctx, world, outbox, { alert, subject, stage, alertId: row.id, escalated: true })
    climbed.set(role, [...(climbed.get(role) ?? []), row.id])
  }
  await writeOutbox(ctx, outbox)
  for (const [role, ids] of climbed) await ctx.db.update(alerts).set({ escalatedTo: role }).where(and(eq(alerts.orgId, ctx.actor.orgId), inArray(alerts.id, ids)))
}

/** A ladder with an "unacked" stage answers for its first message; its other stages go up like any other. */
function climbsByItself(alert: Alert, stage: string): boolean {
  return stage === alert.ladder[0]?.stage && alert.ladder.some((each) => each.stage.includes('unacked'))
}

/** What the message of long ago spoke of, as it was written down. */
function subjectOf(row: typeof alerts.$inferSelect): AlertSubject {
  return {
    alerts: [row.alert],
    type: row.subjectType as AlertSubject['type'], // written from an AlertSubject
    rowId: row.subjectId,
    vendorId: row.vendorId ?? undefined,
    ladder: { id: row.subjectId, openedAt: row.raisedAt, due: row.due ?? undefined },
    words: row.words,
    path: '/notifications',
  }
}
