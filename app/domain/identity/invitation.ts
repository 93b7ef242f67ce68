export const INVITATION_DAYS = 14

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

/** Where an invitation stands at `now`; it ends at the instant it expires. */
export function invitationState(
  invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt.getTime() > now.getTime() ? 'open' : 'expired'
}
