import { eq, sql } from 'drizzle-orm'
import { organisations } from '#db/schema/index.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import type { Context } from '../context.server.ts'
import type { Alert, AlertBook } from '../notifications/alert.ts'
import { alertFamily } from '../notifications/alert.ts'
import { checkAlerts } from '../notifications/check-alerts.ts'
import { advance } from '../notifications/ladder.ts'
import type { LadderAction, LadderEntry, RaisedStage } from '../notifications/ladder-entry.ts'
import type { Where } from '../notifications/subject.ts'
import { loadBusinessCalendar } from '../organisations/queries.server.ts'
import type { AlertSubject } from './alert-subject.ts'
import { audienceOf, loadPeople } from './audience.server.ts'
import { loadHistory, loadSnoozes, saveDone } from './history.server.ts'
import { CHUNK, emptyOutbox, putStage, writeOutbox, type Outbox } from './outbox.server.ts'
import { queueMessages, type MessageWorld } from './queue-messages.server.ts'
import { runAction } from './run-action.server.ts'
import { allSubjects } from './subjects.server.ts'
import { systemSubjects } from './system-subjects.server.ts'

export type RaisedAlert = RaisedStage & { subject: AlertSubject; ran: string[] }

/**
 * Decides, writes and queues everything that is due at ctx.now for this organisation, then runs the automatic actions.
 * What is decided is written many rows at a time, and always before an action runs or anybody looks. Safe to repeat: the same instant again raises nothing. `only: 'event'` leaves the daily run out.
 */
export async function raiseAlerts(ctx: Context, options: { only?: 'event'; subjects?: AlertSubject[] } = {}): Promise<RaisedAlert[]> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.actor.orgId}, 7))`)
  const world = await loadWorld(ctx)
  const subjects = options.subjects ?? (await allSubjects(ctx, world.where.zone))
  const history = await loadHistory(ctx, subjects)
  const raised: RaisedAlert[] = []
  for (const subject of subjects) {
    const entries = history.get(subject.ladder.id) ?? []
    for (const alert of subject.alerts.map((id) => world.book.get(id)).filter((each) => each !== undefined)) {
      raised.push(...(await advanceOne(ctx, world, { alert, subject, entries, only: options.only })))
    }
    if (world.outbox.messages.length >= CHUNK) await writeOutbox(ctx, world.outbox)
  }
  await writeOutbox(ctx, world.outbox)
  if (options.only === undefined || raised.some(({ missing }) => missing.length > 0)) raised.push(...(await raiseSystem(ctx, world)))
  return raised
}

/** What fails in the product itself, seen after everything else has been decided (N-19). */
async function raiseSystem(ctx: Context, world: World): Promise<RaisedAlert[]> {
  const subjects = await systemSubjects(ctx, world)
  const history = await loadHistory(ctx, subjects)
  const alert = world.book.get('N-19')
  const raised: RaisedAlert[] = []
  for (const subject of alert ? subjects : []) raised.push(...(await advanceOne(ctx, world, { alert: alert!, subject, entries: history.get(subject.ladder.id) ?? [] })))
  await writeOutbox(ctx, world.outbox)
  return raised
}

type World = MessageWorld & { outbox: Outbox; where: Where; snoozes: Awaited<ReturnType<typeof loadSnoozes>> }

async function loadWorld(ctx: Context): Promise<World> {
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  if (!organisation) throw new Error('the organisation is gone')
  const [calendar, people, snoozes] = [await loadBusinessCalendar(ctx), await loadPeople(ctx), await loadSnoozes(ctx)]
  return { book: alertBook(), organisation, people, calendar, snoozes, outbox: emptyOutbox(), where: { calendar, zone: organisation.zone } }
}

/** Alerts by id, as the templates have them. */
export function alertBook(): Map<string, Alert> {
  const { alerts } = readTemplate<AlertBook>('alerts/alerts.yaml', checkAlerts)
  return new Map(alerts.map((alert) => [alert.id, alert]))
}

type One = { alert: Alert; subject: AlertSubject; entries: LadderEntry[]; only?: 'event' }

async function advanceOne(ctx: Context, world: World, { alert, subject, entries, only }: One): Promise<RaisedAlert[]> {
  const family = alertFamily(alert)
  const step = advance({
    alert,
    subject: subject.ladder,
    history: entries.filter((entry) => family.includes(entry.alert)),
    now: ctx.now,
    where: world.where,
    audience: audienceOf(subject, world.people),
    snoozes: world.snoozes.get(`${alert.id}|${subject.ladder.id}`) ?? [],
    ...(only && { only }),
  })
  const raised: RaisedAlert[] = []
  for (const stage of step.raise) {
    putStage(ctx, world.outbox, subject, stage)
    if (stage.status === 'sent') queueMessages(ctx, world, world.outbox, { alert, subject, stage })
    entries.push({ ...stage, raisedAt: ctx.now, done: [] })
    raised.push({ ...stage, subject, ran: [] })
  }
  if (step.actions.length > 0) await writeOutbox(ctx, world.outbox)
  for (const action of step.actions) await act(ctx, subject, action, entries, raised)
  return raised
}

/** An action that the state of things forbids by now has nothing left to do; it counts as done. */
async function act(ctx: Context, subject: AlertSubject, action: LadderAction, entries: LadderEntry[], raised: RaisedAlert[]) {
  await runAction(ctx, subject, action.action)
  await saveDone(ctx, action.key, action.action)
  const entry = entries.find((each) => each.alert === action.alert && each.stage === action.stage && each.mark === action.mark && each.due === action.due)
  if (entry) entry.done = [...(entry.done ?? []), action.action]
  raised.find((each) => each.key === action.key)?.ran.push(action.action)
}
