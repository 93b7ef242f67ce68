import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { invitations, memberships, organisations, users } from '#db/schema/index.ts'
import { hashSecret, newId, readOrgToken } from '#app/platform/ids.server.ts'
import { withAccount, withContext, type Context, type World } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'
import type { Device } from './device.ts'
import type { JoinInput } from './input.ts'
import { invitationState, type InvitationState } from './invitation.ts'
import { hashNewPassword, verifyPassword } from './password-hash.server.ts'
import { findInvitationByToken, findUserByEmail, getUser, type Invitation, type User } from './queries.server.ts'
import { countSignIn } from './sign-in.server.ts'
import { startSession } from './start-session.server.ts'

type Opened = { invitation: Invitation; state: InvitationState; organisation: { name: string; nameAlt: string | null }; invitedBy: string; user: User | undefined }

/** What stands behind an invitation's link; looking spends nothing. Undefined for a link that never was one. */
export async function openInvitation(world: World, token: string): Promise<Opened | undefined> {
  const parts = readOrgToken(token)
  if (!parts) return undefined
  return withContext({ kind: 'system', orgId: parts.orgId, job: 'join' }, world, async (ctx) => {
    const invitation = await findInvitationByToken(ctx, hashSecret(parts.secret))
    if (!invitation) return undefined
    const [[organisation], inviter, user] = await Promise.all([
      ctx.db.select({ name: organisations.name, nameAlt: organisations.nameAlt }).from(organisations).where(eq(organisations.id, parts.orgId)),
      getUser(ctx, invitation.invitedBy),
      findUserByEmail(ctx, invitation.email),
    ])
    if (!organisation) return undefined
    return { invitation, state: invitationState(invitation, world.now), organisation, invitedBy: inviter.name, user }
  })
}

/**
 * Joins the organisation and signs in; returns the cookie's value. Whoever has an account shows its password, others choose
 * one. Of two accepts at once one joins. Throws gone for links that no longer work.
 */
export async function acceptInvitation(
  world: World,
  { token, name, password, device, replaces }: JoinInput & { token: string; device: Device; replaces?: string },
): Promise<string> {
  const opened = await openInvitation(world, token)
  if (!opened) throw new Problem('not-found', 'identity.invitation.is_unknown')
  const { invitation, state, user } = opened
  if (state !== 'open') throw new Problem('gone', `identity.invitation.is_${state}`)
  const person = user ? await prove(world, { user, password, device }) : await newPerson(invitation, { name, password })
  const actor: Member = { kind: 'member', orgId: invitation.orgId, userId: person.id, name: person.name, roles: invitation.roles }
  return withContext(actor, world, async (ctx) => {
    await spend(ctx, invitation)
    if (!user) await insertPerson(ctx, { ...person, email: invitation.email, language: invitation.language })
    const roles = await join(ctx, invitation)
    await record(ctx, { action: 'invitation.accept', subjectType: 'invitation', subjectId: invitation.id, data: { userId: person.id, roles } })
    return startSession({ ...ctx, actor: { ...actor, roles } }, { device, by: 'invitation', replaces })
  })
}

async function prove(world: World, { user, password, device }: { user: User; password: string; device: Device }): Promise<{ id: string; name: string }> {
  await withAccount(world, (ctx) => countSignIn(ctx, { email: user.email, device }))
  if (user.passwordHash === null) throw new Problem('conflict', 'identity.join.password_first')
  if (await verifyPassword(user.passwordHash, password)) {
    if (user.isActive) return user
  }
  throw new Problem('invalid', 'form.check', {}, [{ field: 'password', key: 'identity.password.wrong' }])
}

async function newPerson(invitation: Invitation, { name = invitation.name, password }: JoinInput) {
  const passwordHash = await hashNewPassword(password, { field: 'password', own: [name, invitation.email] })
  return { id: newId(), name, passwordHash }
}

/** Two accepts at once wait here for one another; the second finds it spent. */
async function spend(ctx: Context, invitation: Invitation) {
  const [spent] = await ctx.db
    .update(invitations)
    .set({ acceptedAt: ctx.now })
    .where(
      and(
        eq(invitations.orgId, ctx.actor.orgId),
        eq(invitations.id, invitation.id),
        eq(invitations.tokenHash, invitation.tokenHash),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .returning({ id: invitations.id })
  if (!spent) throw new Problem('gone', 'identity.invitation.is_accepted')
}

type NewPerson = { id: string; name: string; passwordHash?: string; email: string; language: 'zh-CN' | 'en' }

async function insertPerson(ctx: Context, person: NewPerson) {
  const [made] = await ctx.db.insert(users).values({ ...person, createdAt: ctx.now }).onConflictDoNothing().returning({ id: users.id })
  if (!made) throw new Problem('conflict', 'errors.changed_meanwhile')
}

/** Whoever belongs already gains roles and loses none; whoever left has those of the invitation. */
async function join(ctx: Context<Member>, { roles }: Invitation) {
  const { orgId, userId } = ctx.actor
  const [membership] = await ctx.db
    .insert(memberships)
    .values({ orgId, userId, roles, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [memberships.orgId, memberships.userId],
      set: {
        roles: sql`case when ${memberships.removedAt} is null
          then (select array_agg(distinct each) from unnest(${memberships.roles} || excluded.roles) each) else excluded.roles end`,
        removedAt: null,
        revision: sql`${memberships.revision} + 1`,
      },
    })
    .returning({ roles: memberships.roles })
  return membership?.roles ?? roles
}
