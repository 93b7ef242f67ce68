import { sql } from 'drizzle-orm'
import { calendarDays, memberships, organisations, users } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Member } from '../identity/actor.ts'
import { record } from '../trail/record.server.ts'
import { daysOf, holidayTables } from './holiday-tables.server.ts'
import type { OrganisationInput } from './input.ts'

export type FirstAdmin = { email: string; language: 'zh-CN' | 'en'; passwordHash: string | null; isKnown: boolean }

/** Writes a new organisation with its first administrator, who is the actor, and the holiday tables of its country. */
export async function insertOrganisation(ctx: Context<Member>, { input, admin, isDemo }: { input: OrganisationInput; admin: FirstAdmin; isDemo: boolean }) {
  const { orgId, userId, name, roles } = ctx.actor
  const row = { ...organisationRow(input), id: orgId, isDemo, createdAt: ctx.now }
  const [made] = await ctx.db.insert(organisations).values(row).onConflictDoNothing().returning({ id: organisations.id })
  if (!made) throw new Problem('conflict', 'errors.already_done')
  if (!admin.isKnown) {
    const { email, language, passwordHash } = admin
    const [person] = await ctx.db.insert(users).values({ id: userId, email, name, language, passwordHash, createdAt: ctx.now }).onConflictDoNothing().returning({ id: users.id })
    if (!person) throw new Problem('conflict', 'errors.changed_meanwhile')
  }
  await ctx.db.insert(memberships).values({ orgId, userId, roles, createdAt: ctx.now })
  const days = holidayTables().filter(({ country }) => country === input.country).flatMap(daysOf)
  if (days.length > 0) await ctx.db.insert(calendarDays).values(days.map((each) => ({ orgId, ...each })))
  await record(ctx, { action: 'organisation.register', subjectType: 'organisation', subjectId: orgId, after: organisationRow(input), data: { holidays: days.length } })
}

/** The columns that people fill in. */
export function organisationRow(input: OrganisationInput) {
  const { name, nameAlt = null, regNo = null, address = null, country, zone, language } = input
  const unit = { department: input.unitDepartment, lead: input.unitLead, phone: input.unitPhone, email: input.unitEmail }
  return { name, nameAlt, regNo, address, country, zone, language, unit }
}

/** Registrations wait for one another, so that only one can be the first. Held until the transaction ends. */
export async function lockRegistration({ db }: Pick<Context, 'db'>) {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('custodia.registration'))`)
}
