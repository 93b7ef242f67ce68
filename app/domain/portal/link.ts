export type LinkState = 'fresh' | 'used' | 'expired' | 'used_expired' | 'revoked'

/** What a link is good for at an instant: only a fresh one opens the door by itself, a used one with a code besides. */
export function linkState(link: { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null }, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  if (link.expiresAt <= now) return link.usedAt ? 'used_expired' : 'expired'
  return link.usedAt ? 'used' : 'fresh'
}

export function opens(state: LinkState): state is 'fresh' | 'used' {
  return state === 'fresh' || state === 'used'
}

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** A code asked for again within a minute is the same code: nobody is flooded with mails. */
export const CODE_PAUSE_SECONDS = 60
export const CODES_A_DAY = 10
export const SESSION_DAYS = 7

/** l•••@company.cn: enough for its owner to know where to look. */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return `${[...name][0] ?? ''}•••@${host}`
}
