import { addDays, atLocalTime, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { type Alert, type AlertSeverity, type AlertStage, type Channel, CHANNELS, severityOrder } from './alert.ts'
import type { Recipient } from './recipients.ts'

const QUIET_FROM = '21:00'
const QUIET_UNTIL = '08:00'

/** How a severity travels (notifier.md rule 6); critical takes every channel there is. */
const BY_SEVERITY: Record<AlertSeverity, readonly Channel[]> = {
  info: ['in_app'],
  warning: ['in_app', 'email'],
  high: ['in_app', 'email', 'webhook'],
  critical: CHANNELS,
}

/**
 * The channels for one person. `available` are those the organisation has set up. Info waits for the person's digest instead
 * of an e-mail; a vendor's contact gets no digest and neither does an alert that cannot be muted, so those are mailed.
 */
export function channelsFor(
  alert: Pick<Alert, 'channels' | 'mutable'>,
  stage: Pick<AlertStage, 'mutable'> & { severity: AlertSeverity },
  person: Pick<Recipient, 'kind'>,
  available: readonly Channel[],
): Channel[] {
  const always: Channel[] = goesToDigest(alert, stage, person) ? [] : ['email']
  const wanted = new Set<Channel>([...BY_SEVERITY[stage.severity], ...(alert.channels ?? []), ...always])
  if (person.kind === 'contact') wanted.delete('webhook') // the organisation's own systems, not the vendor's
  if (person.kind === 'address') return available.filter((channel) => channel === 'email')
  return CHANNELS.filter((channel) => wanted.has(channel) && available.includes(channel))
}

/** Info for a member is gathered in the daily or weekly digest (rule 6), unless the alert can never be digested (rule 8). */
export function goesToDigest(
  alert: Pick<Alert, 'mutable'>,
  stage: Pick<AlertStage, 'mutable'> & { severity: AlertSeverity },
  person: Pick<Recipient, 'kind'>,
): boolean {
  return stage.severity === 'info' && person.kind === 'member' && alert.mutable !== false && stage.mutable !== false
}

/** When a message may leave: at once if critical or in the app; otherwise not between 21:00 and 08:00 local time (rule 6). */
export function deliverAt(severity: AlertSeverity, channel: Channel, now: Date, zone: string): Date {
  if (channel === 'in_app' || severityOrder(severity) >= severityOrder('critical')) return now
  const today = localDate(now, zone)
  const morning = atLocalTime(today, QUIET_UNTIL, zone)
  if (now < morning) return morning
  return now < atLocalTime(today, QUIET_FROM, zone) ? now : atLocalTime(addDays(today, 1), QUIET_UNTIL, zone)
}
