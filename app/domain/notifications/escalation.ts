import type { AlertSeverity, AudienceRole } from './alert.ts'

/** Hours to acknowledge a critical message when its stage does not say otherwise (notifier.md rule 6). */
const ACK_HOURS = 4

/** The way up (rule 6). */
const LINE: AudienceRole[] = ['compliance', 'compliance_head', 'executive', 'board_contact']

/** When a sent stage must have been acknowledged; undefined unless critical. */
export function ackBy(severity: AlertSeverity, sentAt: Date, ackHours = ACK_HOURS): Date | undefined {
  return severity === 'critical' ? new Date(sentAt.getTime() + ackHours * 3_600_000) : undefined
}

/**
 * The role that an unacknowledged critical message goes to now, one step up for each period that has passed since it was sent;
 * undefined while nobody new is due. `escalatedTo` is the role it has already reached. Where the ladder has an "unacked" stage
 * of its own (N-10 "at once"), call this only for its other stages.
 */
export function escalationDue(
  message: { severity: AlertSeverity; roles: AudienceRole[]; sentAt: Date; ackedAt?: Date; escalatedTo?: AudienceRole; ackHours?: number },
  now: Date,
): AudienceRole | undefined {
  if (message.severity !== 'critical' || (message.ackedAt !== undefined && message.ackedAt <= now)) return undefined
  const start = Math.max(...message.roles.map((role) => LINE.indexOf(role)), 0)
  const periods = Math.floor((now.getTime() - message.sentAt.getTime()) / ((message.ackHours ?? ACK_HOURS) * 3_600_000))
  const reached = Math.min(start + periods, LINE.length - 1)
  const before = message.escalatedTo === undefined ? start : LINE.indexOf(message.escalatedTo)
  return reached > before ? LINE[reached] : undefined
}
