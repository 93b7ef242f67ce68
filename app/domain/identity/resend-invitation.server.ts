import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '#db/schema/index.ts'
import { hashSecret } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import type { Member } from './actor.ts'
import { INVITATION_DAYS, invitationState } from './invitation.ts'
import { invitationSecret } from './invitation-link.server.ts'
import { mailInvitation } from './mail-invitation.server.ts'
import { getInvitation, type Invitation } from './queries.server.ts'

/** Gives an invitation that is not answered a new link for another 14 days and mails it; the former link no longer works. */
export async function resendInvitation(ctx: Context<Member>, invitationId: string): Promise<Invitation> {
  requirePermission(ctx, 'member.invite')
  return inTransaction(ctx, async (ctx) => {
    const before = await getInvitation(ctx, invitationId)
    const state = invitationState(before, ctx.now)
    if (state === 'accepted' || state === 'revoked') throw new Problem('conflict', `identity.invitation.is_${state}`)
    const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000)
    const [after] = await ctx.db
      .update(invitations)
      .set({ expiresAt, tokenHash: hashSecret(invitationSecret({ ...before, expiresAt })) })
      .where(
        and(eq(invitations.orgId, ctx.actor.orgId), eq(invitations.id, before.id), eq(invitations.tokenHash, before.tokenHash), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
      )
      .returning()
    if (!after) throw new Problem('conflict', 'errors.changed_meanwhile')
    const { name, email, roles, language } = after
    await record(ctx, { action: 'invitation.resend', subjectType: 'invitation', subjectId: after.id, data: { name, email, roles, language } })
    await mailInvitation(ctx, after)
    return after
  })
}
