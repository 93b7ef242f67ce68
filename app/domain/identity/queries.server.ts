import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { invitations, memberships, organisations, sessions, users } from '#db/schema/index.ts'
import type { AccountContext, Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { id as Id } from '../input.ts'
import type { Member, Role } from './actor.ts'

export type User = typeof users.$inferSelect
type Session = typeof sessions.$inferSelect
export type Invitation = typeof invitations.$inferSelect
type Membership = { orgId: string; organisation: string; nameAlt: string | null; isDemo: boolean; roles: Role[]; name: string }

type Reads = Pick<AccountContext, 'db'>

export async function findUserByEmail({ db }: Reads, email: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(eq(users.email, email))
  return user
}

/** Throws not-found. */
export async function getUser({ db }: Reads, userId: string): Promise<User> {
  const [user] = await db.select().from(users).where(eq(users.id, userId))
  if (!user) throw new Problem('not-found', 'errors.not_found')
  return user
}

/** Every organisation that a person belongs to, the longest known first: the one query that looks past an organisation's wall. */
export async function listMemberships({ db }: Reads, userId: string): Promise<Membership[]> {
  const seeAs = (person: string) => db.execute(sql`select set_config('app.user_id', ${person}, true)`)
  const [, rows] = await Promise.all([
    seeAs(userId),
    db
      .select({ orgId: memberships.orgId, organisation: organisations.name, nameAlt: organisations.nameAlt, isDemo: organisations.isDemo, roles: memberships.roles, name: users.name })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.orgId))
      .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.isActive, true)))
      .where(and(eq(memberships.userId, userId), isNull(memberships.removedAt)))
      .orderBy(asc(memberships.createdAt), asc(memberships.orgId)),
    seeAs(''),
  ])
  return rows
}

/** The person as a member of one of their organisations; undefined where they do not belong. */
export async function findMember(ctx: Reads, { userId, orgId }: { userId: string; orgId: string }): Promise<Member | undefined> {
  const membership = (await listMemberships(ctx, userId)).find((each) => each.orgId === orgId)
  return membership && { kind: 'member', orgId, userId, name: membership.name, roles: membership.roles }
}

/** The person in the organisation where they were last, else in their first; undefined for a person without any. */
export async function findLastMember(ctx: Reads, userId: string): Promise<Member | undefined> {
  const [known, [last]] = await Promise.all([
    listMemberships(ctx, userId),
    ctx.db.select({ orgId: sessions.activeOrgId }).from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.lastSeenAt)).limit(1),
  ])
  const membership = known.find(({ orgId }) => orgId === last?.orgId) ?? known[0]
  return membership && { kind: 'member', orgId: membership.orgId, userId, name: membership.name, roles: membership.roles }
}

/** A session by the hash of its secret; undefined when it has ended. */
export async function findSession({ db, now }: AccountContext, tokenHash: string): Promise<Session | undefined> {
  const [session] = await db.select().from(sessions).where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)))
  return session
}

/** The acting person's sessions that still hold, the last used first. */
export async function listSessions(ctx: Context<Member>): Promise<Session[]> {
  return ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, ctx.actor.userId), gt(sessions.expiresAt, ctx.now)))
    .orderBy(desc(sessions.lastSeenAt), asc(sessions.id))
}

/** Invitations that nobody has accepted or revoked, the newest first; some of them may have expired. */
export async function listInvitations(ctx: Context): Promise<Invitation[]> {
  return ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.orgId, ctx.actor.orgId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(desc(invitations.createdAt), asc(invitations.id))
}

/** Throws not-found. */
export async function getInvitation(ctx: Context, invitationId: string): Promise<Invitation> {
  if (!Id.safeParse(invitationId).success) throw new Problem('not-found', 'errors.not_found')
  const [invitation] = await ctx.db.select().from(invitations).where(and(eq(invitations.orgId, ctx.actor.orgId), eq(invitations.id, invitationId)))
  if (!invitation) throw new Problem('not-found', 'errors.not_found')
  return invitation
}

export async function findInvitationByToken(ctx: Context, tokenHash: string): Promise<Invitation | undefined> {
  const [invitation] = await ctx.db.select().from(invitations).where(and(eq(invitations.orgId, ctx.actor.orgId), eq(invitations.tokenHash, tokenHash)))
  return invitation
}

/** False on a new installation: the first visitor registers an organisation. */
export async function organisationExists({ db }: Reads): Promise<boolean> {
  return (await db.select({ id: organisations.id }).from(organisations).limit(1)).length > 0
}
