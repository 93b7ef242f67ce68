import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { alerts, snoozes } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import type { AlertAction } from '../notifications/alert.ts'
import type { LadderEntry } from '../notifications/ladder-entry.ts'
import type { Snooze } from '../notifications/snooze.ts'
import type { AlertSubject } from './alert-subject.ts'

/** Everything decided so far, by subject. */
export async function loadHistory(ctx: Context, subjects: AlertSubject[]): Promise<Map<string, LadderEntry[]>> {
  const ids = [...new Set(subjects.map(({ ladder }) => ladder.id))]
  const history = new Map<string, LadderEntry[]>()
  if (ids.length === 0) return history
  const rows = await ctx.db
    .select()
    .from(alerts)
    .where(and(eq(alerts.orgId, ctx.actor.orgId), inArray(alerts.subjectId, ids)))
    .orderBy(alerts.raisedAt)
  for (const row of rows) {
    const entry: LadderEntry = {
      alert: row.alert,
      stage: row.stage,
      mark: row.mark ?? undefined,
      due: row.due ?? undefined,
      status: row.status,
      severity: row.severity,
      raisedAt: row.raisedAt,
      recipients: row.recipients,
      ackedAt: row.ackedAt ?? undefined,
      done: row.done,
    }
    history.set(row.subjectId, [...(history.get(row.subjectId) ?? []), entry])
  }
  return history
}

/** Who rests from what, by alert and subject. */
export async function loadSnoozes(ctx: Context): Promise<Map<string, Snooze[]>> {
  const rows = await ctx.db.select().from(snoozes).where(and(eq(snoozes.orgId, ctx.actor.orgId), gt(snoozes.untilAt, ctx.now)))
  const found = new Map<string, Snooze[]>()
  for (const row of rows) {
    const key = `${row.alert}|${row.subjectId}`
    found.set(key, [...(found.get(key) ?? []), { id: row.userId, until: row.untilAt }])
  }
  return found
}

/** Notes that a stage's action has run, so that it runs once. */
export async function saveDone(ctx: Context, key: string, action: AlertAction): Promise<void> {
  await ctx.db
    .update(alerts)
    .set({ done: sql`array_append(${alerts.done}, ${action})` })
    .where(and(eq(alerts.orgId, ctx.actor.orgId), eq(alerts.key, key)))
}
