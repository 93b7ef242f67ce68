import { ROLES } from '#app/domain/identity/actor.ts'
import type { Condition } from './condition.ts'

/** From quietest to loudest (notifier.md rule 6). */
export const ALERT_SEVERITIES = ['info', 'warning', 'high', 'critical'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

/** Roles of the organisation, and those that only a subject has: its owner, who asked for it, the vendor's contacts. */
export const AUDIENCE_ROLES = [...ROLES, 'owner', 'requester', 'vendor'] as const
export type AudienceRole = (typeof AUDIENCE_ROLES)[number]

export const CHANNELS = ['in_app', 'email', 'webhook', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** What the system does at a stage without a user (notifier.md rule 13, rulings 15 and 16). */
export const ALERT_ACTIONS = [
  'propose_suspension',
  'suspend_supply',
  'record_cycle_missed',
  'expire_agreement',
  'open_exit_tasks',
  'carry_into_next_audit',
  'send_first_demand',
  'send_second_demand',
  'open_violation_v07',
  'open_violation_v10',
  'open_violation_v13',
  'open_violation_v16',
  'open_violation_v17',
  'set_vendor_terminating',
  'cut_access_and_supply',
  'mark_evidence_stale',
  'end_override',
  'withdraw_assessment',
  'void_agreement',
] as const
export type AlertAction = (typeof ALERT_ACTIONS)[number]

export const FLAGS = ['AUDIT_OVERDUE', 'MUST_TERMINATE', 'DSR_OVERDUE', 'LOG_GAP', 'SUPPLY_SUSPENDED'] as const
export type Flag = (typeof FLAGS)[number]

/** `midnight_after`: at 24:00 of the stage's day; `next_run`: at the daily run of the day after (rulings 8 and 16). */
export type StageAction = { do: AlertAction; only?: Condition; when?: 'midnight_after' | 'next_run' }

/** One rung. Keys are those of templates/alerts/alerts.yaml, where each is explained. */
export type AlertStage = {
  stage: string
  at?: string
  from?: 'clock_end'
  severity: AlertSeverity
  to: AudienceRole[]
  only?: Condition
  only_zh?: string
  only_en?: string
  vendor_only?: Condition
  vendor_only_zh?: string
  vendor_only_en?: string
  action?: StageAction[]
  action_zh?: string
  action_en?: string
  flag?: Flag
  ack_hours?: number
  extra?: boolean
  mutable?: boolean
}

/** A narrower form of the same ladder, such as N-14 for a vendor task after the customer has been answered (ruling 12). */
type AlertVariant = {
  zh: string
  en: string
  to: AudienceRole[]
  max_severity: AlertSeverity
  flags: boolean
  past_stages: boolean
}

export type Alert = {
  id: string
  zh: string
  en: string
  condition: string
  subject: string
  due: string
  hands_over_to?: string
  takes_over_from?: string
  mutable?: boolean
  vendor_in_exit?: boolean
  facts?: string[]
  variants?: Record<string, AlertVariant>
  ladder: AlertStage[]
  dedup_key: string
  stop_when: string
  subject_zh: string
  subject_en: string
  vendor_visible: boolean
  clauses: string[]
  channels?: Channel[]
  auto_actions?: string[]
  note?: string
}

export type AlertBook = { version: string; languages: string[]; alerts: Alert[] }

export function severityOrder(severity: AlertSeverity): number {
  return ALERT_SEVERITIES.indexOf(severity)
}

export function isLoud(severity: AlertSeverity): boolean {
  return severity === 'high' || severity === 'critical'
}

/** Alerts that speak one after the other about one subject, and so share one "resolved" message (ruling 2). */
export function alertFamily(alert: Alert): string[] {
  return [alert.takes_over_from, alert.id, alert.hands_over_to].filter((id) => id !== undefined)
}

/** The alert as a variant narrows it; throws RangeError for a variant it does not have. */
export function alertVariant(alert: Alert, name: string | undefined): Alert {
  if (name === undefined) return alert
  const variant = alert.variants?.[name]
  if (!variant) throw new RangeError(`${alert.id} has no variant ${name}`)
  const narrowed = alert.ladder.map(({ vendor_only: _, flag, ...stage }) => ({
    ...stage,
    to: variant.to,
    severity: severityOrder(stage.severity) > severityOrder(variant.max_severity) ? variant.max_severity : stage.severity,
    ...(variant.flags && flag ? { flag } : {}),
  }))
  return { ...alert, ladder: narrowed }
}
