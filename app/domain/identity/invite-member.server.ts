import { and, eq, gt, isNull } from 'drizzle-orm'
import { invitations, memberships, users } from '#db/schema/index.ts'
import { hashSecret, newId } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'
import type { InviteInput } from './input.ts'
import { INVITATION_DAYS } from './invitation.ts'
import { invitationSecret } from './invitation-link.server.ts'
import { mailInvitation } from './mail-invitation.server.ts'
import type { Invitation } from './queries.server.ts'

/** Invites a person by e-mail address with the roles they will have and mails the link; `invitationLink` gives it for copying. */
export async function inviteMember(ctx: Context<Member>, { name, email, roles, language }: InviteInput): Promise<Invitation> {
  requirePermission(ctx, 'member.invite')
  return inTransaction(ctx, async (ctx) => {
    await refuseKnown(ctx, email)
    const { orgId } = ctx.actor
    const id = newId()
    const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000)
    const tokenHash = hashSecret(invitationSecret({ orgId, id, expiresAt }))
    const [invitation] = await ctx.db
      .insert(invitations)
      .values({ orgId, id, email, name, roles, language, tokenHash, invitedBy: ctx.actor.userId, createdAt: ctx.now, expiresAt })
      .returning()
    if (!invitation) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'invitation.create', subjectType: 'invitation', subjectId: id, data: { name, email, roles, language } })
    await mailInvitation(ctx, invitation)
    return invitation
  })
}

async function refuseKnown(ctx: Context, email: string) {
  const { orgId } = ctx.actor
  const [[member], [open]] = await Promise.all([
    ctx.db
      .select({ id: users.id })
      .from(users)
      .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.orgId, orgId), isNull(memberships.removedAt)))
      .where(eq(users.email, email)),
    ctx.db
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.orgId, orgId), eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, ctx.now))),
  ])
  if (member) throw new Problem('conflict', 'form.check', {}, [{ field: 'email', key: 'identity.invite.already_member' }])
  if (open) throw new Problem('conflict', 'form.check', {}, [{ field: 'email', key: 'identity.invite.already_invited' }])
}
