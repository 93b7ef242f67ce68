const IDLE_HOURS = 24
const LONGEST_DAYS = 7

/** A session ends a day after it was last used, and seven days after sign-in at the latest. */
export function sessionEnd({ createdAt, now }: { createdAt: Date; now: Date }): Date {
  return new Date(Math.min(createdAt.getTime() + LONGEST_DAYS * 86_400_000, now.getTime() + IDLE_HOURS * 3_600_000))
}
