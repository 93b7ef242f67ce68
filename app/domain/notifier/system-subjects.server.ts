import { and, eq, gt, max, ne, sql } from 'drizzle-orm'
import { alerts, deliveries } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { ROLES, type Role } from '../identity/actor.ts'
import { localDate, localMidnight } from '../organisations/calendar-dates.ts'
import type { AlertSubject } from './alert-subject.ts'
import type { People } from './audience.server.ts'
import { spoken } from './spoken.server.ts'

const DAYS_BACK = 2

type World = { people: People; where: { zone: string } }

/**
 * What fails in the product itself: a role that messages need and nobody holds, mail that is not taken (N-19). One subject for
 * as long as it fails, dated by the day it began: the ladder speaks at once and after a day, and no more until it has worked.
 */
export async function systemSubjects(ctx: Context, { people, where: { zone } }: World): Promise<AlertSubject[]> {
  const [needed, mail, told] = await Promise.all([missingRoles(ctx), failedMail(ctx), toldItems(ctx)])
  const today = localMidnight(localDate(ctx.now, zone), zone)
  const vacant = ROLES.flatMap((role) => {
    const item = `role-${role}`
    const stoppedAt = people.holders.has(role) ? today : undefined
    return failing({ item, found: needed.get(role) ?? [], told: told.get(item), stoppedAt, zone, words: { ...spoken('item', `notifications.system.role.${role}`), ...spoken('fix', 'notifications.system.fix.role') } })
  })
  const words = { ...spoken('item', 'notifications.system.mail'), ...spoken('fix', 'notifications.system.fix.mail') }
  return [...vacant, ...failing({ item: 'mail', ...mail, told: told.get('mail'), zone, words })]
}

type Told = { date: string; firstAt: Date; resolvedAt: Date | null }
type Failing = { item: string; /** Instants at which it failed, of the last days. */ found: Date[]; told: Told | undefined; stoppedAt: Date | undefined; zone: string; words: Record<string, string> }

/** What was told and not taken back goes on under its own day; else a failure after that begins anew. */
function failing({ item, found, told, stoppedAt, zone, words }: Failing): AlertSubject[] {
  const dayOf = (at: Date) => localDate(at, zone)
  if (told && !told.resolvedAt) {
    const openedAt = found.find((at) => dayOf(at) === told.date) ?? told.firstAt
    return [system(item, { date: told.date, openedAt, words, stoppedAt: stoppedAt && stoppedAt > told.firstAt ? stoppedAt : undefined })]
  }
  const [first] = found.filter((at) => !told?.resolvedAt || (at > told.resolvedAt && dayOf(at) !== told.date))
  return first && !stoppedAt ? [system(item, { date: dayOf(first), openedAt: first, words })] : []
}

function system(item: string, { date, openedAt, words, stoppedAt }: { date: string; openedAt: Date; words: Record<string, string>; stoppedAt?: Date }): AlertSubject {
  const id = `${item}/${date}`
  return {
    alerts: ['N-19'],
    type: 'system',
    rowId: id,
    ladder: { id, parts: { item, date }, openedAt, ...(stoppedAt && { stoppedAt }) },
    words,
    path: item === 'mail' ? '/mailbox' : '/settings/people',
  }
}

/** The last time each item was reported: since when, and when it was said to work again. */
async function toldItems(ctx: Context): Promise<Map<string, Told>> {
  const rows = await ctx.db
    .select({
      id: alerts.subjectId,
      firstAt: sql<Date>`min(${alerts.raisedAt})`.mapWith(alerts.raisedAt),
      resolvedAt: sql<Date | null>`max(${alerts.raisedAt}) filter (where ${alerts.stage} = 'X')`.mapWith(alerts.raisedAt),
    })
    .from(alerts)
    .where(and(eq(alerts.orgId, ctx.actor.orgId), eq(alerts.alert, 'N-19'), eq(alerts.status, 'sent')))
    .groupBy(alerts.subjectId)
  const told = new Map<string, Told>()
  for (const { id, ...times } of rows) {
    const [item = '', date = ''] = id.split('/')
    const known = told.get(item)
    if (!known || known.date < date) told.set(item, { date, ...times })
  }
  return told
}

/** When messages of the last days named a role in vain, earliest first. */
async function missingRoles(ctx: Context): Promise<Map<Role, Date[]>> {
  const rows = await ctx.db
    .select({ role: sql<string>`unnest(${alerts.missing})`, at: alerts.raisedAt })
    .from(alerts)
    .where(and(eq(alerts.orgId, ctx.actor.orgId), ne(alerts.alert, 'N-19'), sql`cardinality(${alerts.missing}) > 0`, gt(alerts.raisedAt, since(ctx.now))))
    .orderBy(alerts.raisedAt, alerts.id)
  return new Map(ROLES.map((role) => [role, rows.filter((row) => row.role === role).map(({ at }) => at)]))
}

/** Mail given up after its last try, earliest first; it works again once a later mail was taken. */
async function failedMail(ctx: Context): Promise<{ found: Date[]; stoppedAt: Date | undefined }> {
  const own = and(eq(deliveries.orgId, ctx.actor.orgId), eq(deliveries.channel, 'email'))
  const [failed, [sent]] = await Promise.all([
    ctx.db
      .select({ at: deliveries.nextTryAt })
      .from(deliveries)
      .where(and(own, eq(deliveries.status, 'failed'), gt(deliveries.nextTryAt, since(ctx.now))))
      .orderBy(deliveries.nextTryAt),
    ctx.db.select({ at: max(deliveries.sentAt) }).from(deliveries).where(own),
  ])
  const found = failed.map(({ at }) => at)
  const last = found.at(-1)
  return { found, stoppedAt: sent?.at && (!last || sent.at > last) ? sent.at : undefined }
}

const since = (now: Date) => new Date(now.getTime() - DAYS_BACK * 86_400_000)
