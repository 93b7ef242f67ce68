import { sql } from 'drizzle-orm'
import { alerts, deliveries, links } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Context } from '../context.server.ts'
import type { RaisedStage } from '../notifications/ladder-entry.ts'
import type { AlertSubject } from './alert-subject.ts'

/** Rows a statement: far below what PostgreSQL takes as parameters. */
export const CHUNK = 1_000

type StageRow = typeof alerts.$inferInsert
/** `alertKey` stands for the id of a stage that is written with it. */
type MessageRow = Omit<typeof deliveries.$inferInsert, 'alertId'> & ({ alertId: string } | { alertKey: string })

/** What a run has decided and not yet written; nothing of it is seen before `writeOutbox`. */
export type Outbox = { stages: Map<string, StageRow>; messages: MessageRow[]; doors: (typeof links.$inferInsert)[] }

export const emptyOutbox = (): Outbox => ({ stages: new Map(), messages: [], doors: [] })

/** A decision under its key; the last one for a key stands. */
export function putStage(ctx: Context, outbox: Outbox, subject: AlertSubject, raised: RaisedStage): void {
  const earlier = outbox.stages.get(raised.key)
  outbox.stages.set(raised.key, {
    orgId: ctx.actor.orgId,
    id: earlier?.id ?? newId(),
    key: raised.key,
    alert: raised.alert,
    subjectType: subject.type,
    subjectId: subject.ladder.id,
    vendorId: subject.vendorId ?? null,
    stage: raised.stage,
    mark: raised.mark ?? null,
    due: raised.due ?? null,
    status: raised.status,
    reason: raised.reason ?? null,
    severity: raised.severity,
    roles: raised.roles,
    recipients: raised.recipients,
    missing: raised.missing,
    words: subject.words,
    nominalOn: raised.on,
    raisedAt: ctx.now,
    ackDueAt: raised.ackBy ?? null,
  })
}

/** Writes decisions before their messages, many rows a statement, and empties the outbox. A message that exists stays as it is. */
export async function writeOutbox(ctx: Context, outbox: Outbox): Promise<void> {
  const { stages, messages, doors } = outbox
  Object.assign(outbox, emptyOutbox())
  const ids = new Map<string, string>()
  for (const rows of chunksOf([...stages.values()])) {
    const written = await ctx.db.insert(alerts).values(rows).onConflictDoUpdate({ target: [alerts.orgId, alerts.key], set: DECIDED_ANEW }).returning({ id: alerts.id, key: alerts.key })
    for (const { id, key } of written) ids.set(key, id)
  }
  for (const rows of chunksOf(doors)) await ctx.db.insert(links).values(rows)
  const linked = messages.map((row) => {
    if ('alertId' in row) return row
    const { alertKey, ...message } = row
    return { ...message, alertId: ids.get(alertKey) ?? null }
  })
  for (const rows of chunksOf(linked)) await ctx.db.insert(deliveries).values(rows).onConflictDoNothing()
}

/** What a new decision under the same key replaces. */
const DECIDED_ANEW = {
  stage: sql`excluded.stage`,
  mark: sql`excluded.mark`,
  due: sql`excluded.due`,
  status: sql`excluded.status`,
  reason: sql`excluded.reason`,
  severity: sql`excluded.severity`,
  roles: sql`excluded.roles`,
  recipients: sql`excluded.recipients`,
  missing: sql`excluded.missing`,
  words: sql`excluded.words`,
  nominalOn: sql`excluded.nominal_on`,
  raisedAt: sql`excluded.raised_at`,
  ackDueAt: sql`excluded.ack_due_at`,
}

function* chunksOf<T>(rows: T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK)
}
