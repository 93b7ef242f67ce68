import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { calendarDays, memberships, organisations, users } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Role } from '../identity/actor.ts'
import { id as Id } from '../input.ts'
import { businessCalendar, type BusinessCalendar } from './business-calendar.ts'

export type Organisation = typeof organisations.$inferSelect
type OrganisationMember = {
  userId: string
  name: string
  email: string
  roles: Role[]
  language: 'zh-CN' | 'en'
  isActive: boolean
  joinedAt: Date
  /** When one of the person's sessions was last used in this organisation, to five minutes. */
  lastSeenAt: Date | null
  revision: number
}
export type CalendarDay = Pick<typeof calendarDays.$inferSelect, 'day' | 'kind'>

/** The acting person's own organisation; throws not-found once it was removed. */
export async function getOrganisation(ctx: Context): Promise<Organisation> {
  const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.actor.orgId))
  if (!organisation) throw new Problem('not-found', 'errors.not_found')
  return organisation
}

const memberColumns = {
  userId: users.id,
  name: users.name,
  email: users.email,
  roles: memberships.roles,
  language: users.language,
  isActive: users.isActive,
  joinedAt: memberships.createdAt,
  lastSeenAt: sql<Date | null>`(select max(s.last_seen_at) from sessions s where s.user_id = users.id and s.active_org_id = memberships.org_id)`.mapWith(memberships.createdAt),
  revision: memberships.revision,
}

/** The organisation's people in the order in which they joined. */
export async function listMembers(ctx: Context): Promise<OrganisationMember[]> {
  return ctx.db
    .select(memberColumns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, ctx.actor.orgId), isNull(memberships.removedAt)))
    .orderBy(asc(memberships.createdAt), asc(users.id))
}

/** Throws not-found, also for people who have left. */
export async function getMember(ctx: Context, userId: string): Promise<OrganisationMember> {
  if (!Id.safeParse(userId).success) throw new Problem('not-found', 'errors.not_found')
  const [member] = await ctx.db
    .select(memberColumns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, ctx.actor.orgId), eq(memberships.userId, userId), isNull(memberships.removedAt)))
  if (!member) throw new Problem('not-found', 'errors.not_found')
  return member
}

/** Days that differ from Monday to Friday, earliest first. */
export async function listCalendarDays(ctx: Context): Promise<CalendarDay[]> {
  return ctx.db
    .select({ day: calendarDays.day, kind: calendarDays.kind })
    .from(calendarDays)
    .where(eq(calendarDays.orgId, ctx.actor.orgId))
    .orderBy(asc(calendarDays.day))
}

/** The organisation's business calendar; a year without a single day counts as unknown and falls back to Monday to Friday. */
export async function loadBusinessCalendar(ctx: Context): Promise<BusinessCalendar> {
  const days = await listCalendarDays(ctx)
  const of = (kind: CalendarDay['kind']) => days.filter((each) => each.kind === kind).map(({ day }) => day)
  return businessCalendar({ holidays: of('holiday'), workDays: of('work_day') })
}
