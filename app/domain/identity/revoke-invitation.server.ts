import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '#db/schema/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { invitationState } from './invitation.ts'
import { getInvitation } from './queries.server.ts'

/** Withdraws an invitation that is not answered: its link says so from now on. */
export async function revokeInvitation(ctx: Context, invitationId: string) {
  requirePermission(ctx, 'member.invite')
  return inTransaction(ctx, async (ctx) => {
    const { id, name, email, ...rest } = await getInvitation(ctx, invitationId)
    const state = invitationState(rest, ctx.now)
    if (state === 'accepted' || state === 'revoked') throw new Problem('conflict', `identity.invitation.is_${state}`)
    const [revoked] = await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitations.orgId, ctx.actor.orgId), eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .returning({ id: invitations.id })
    if (!revoked) throw new Problem('conflict', 'errors.changed_meanwhile')
    await record(ctx, { action: 'invitation.revoke', subjectType: 'invitation', subjectId: id, data: { name, email } })
  })
}
