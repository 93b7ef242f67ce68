import { and, eq, gt, max, ne, sql } from 'drizzle-orm'
import { alerts, deliveries } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { ROLES, type Role } from '../identity/actor.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import type { AlertSubject } from './alert-subject.ts'
import type { People } from './audience.server.ts'
import { spoken } from './spoken.server.ts'

const DAYS_BACK = 2

type World = { people: People; where: { zone: string } }

/** What fails in the product itself, one subject an item and day: a role that messages need and nobody holds, mail that is not taken (N-19). */
export async function systemSubjects(ctx: Context, { people, where: { zone } }: World): Promise<AlertSubject[]> {
  const [roles, mail] = await Promise.all([missingRoles(ctx), failedMail(ctx)])
  const vacant = roles.map(({ role, at }) => {
    const isHeld = people.holders.has(role)
    return system(`role-${role}`, at, zone, spoken('item', `notifications.system.role.${role}`), isHeld ? ctx.now : undefined)
  })
  const broken = mail.map(({ at, workedAgainAt }) => system('mail', at, zone, spoken('item', 'notifications.system.mail'), workedAgainAt))
  return [...vacant, ...broken]
}

function system(item: string, openedAt: Date, zone: string, words: Record<string, string>, stoppedAt: Date | undefined): AlertSubject {
  const id = `${item}/${localDate(openedAt, zone)}`
  return {
    alerts: ['N-19'],
    type: 'system',
    rowId: id,
    ladder: { id, parts: { item }, openedAt, ...(stoppedAt && { stoppedAt }) },
    words,
    path: item === 'mail' ? '/mailbox' : '/settings/people',
  }
}

/** Roles that a message of the last days named in vain, with the first instant of each day. */
async function missingRoles(ctx: Context): Promise<{ role: Role; at: Date }[]> {
  const rows = await ctx.db
    .select({ role: sql<string>`unnest(${alerts.missing})`, at: alerts.raisedAt })
    .from(alerts)
    .where(and(eq(alerts.orgId, ctx.actor.orgId), ne(alerts.alert, 'N-19'), sql`cardinality(${alerts.missing}) > 0`, gt(alerts.raisedAt, since(ctx.now))))
    .orderBy(alerts.raisedAt, alerts.id)
  return firstOfDay(rows.flatMap(({ role, at }) => (isRole(role) ? [{ role, at }] : [])), ({ role }) => role)
}

/** Mail given up after its last try, by day; it works again once a later mail was taken. */
async function failedMail(ctx: Context): Promise<{ at: Date; workedAgainAt: Date | undefined }[]> {
  const own = and(eq(deliveries.orgId, ctx.actor.orgId), eq(deliveries.channel, 'email'))
  const [failed, [sent]] = await Promise.all([
    ctx.db
      .select({ at: deliveries.nextTryAt })
      .from(deliveries)
      .where(and(own, eq(deliveries.status, 'failed'), gt(deliveries.nextTryAt, since(ctx.now))))
      .orderBy(deliveries.nextTryAt),
    ctx.db.select({ at: max(deliveries.sentAt) }).from(deliveries).where(own),
  ])
  return firstOfDay(failed, () => 'mail').map(({ at }) => ({ at, workedAgainAt: sent?.at && sent.at > at ? sent.at : undefined }))
}

/** The first of each day, rows standing in the order of time. */
function firstOfDay<T extends { at: Date }>(rows: T[], keyOf: (row: T) => string): T[] {
  const first = new Map<string, T>()
  for (const row of rows) {
    const key = `${keyOf(row)} ${row.at.toISOString().slice(0, 10)}`
    if (!first.has(key)) first.set(key, row)
  }
  return [...first.values()]
}

const since = (now: Date) => new Date(now.getTime() - DAYS_BACK * 86_400_000)

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)
