import { addBusinessDays, type BusinessCalendar, rollForward } from '#app/domain/organisations/business-calendar.ts'
import { addDays, daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import type { Severity } from '#app/domain/violations/severity.ts'

/** Calendar days from the closing of a report to the due date of its findings (audit.yaml finding_rules). */
export const REMEDIATION_DAYS = { critical: 7, high: 30, medium: 60, low: 90 } as const satisfies Record<Severity, number>
const PLAN_DAYS = 5

/** Due date of a finding: rolled forward to a business day, except critical, which holidays never move (audit.yaml finding_rules). */
export function findingDue(closedOn: string, severity: Severity, calendar: BusinessCalendar): string {
  const due = addDays(closedOn, REMEDIATION_DAYS[severity])
  return severity === 'critical' ? due : rollForward(due, calendar)
}

/** Due date of the vendor's remediation plan, in business days after the report closed; agreements set 1 to 10. */
export function planDue(closedOn: string, calendar: BusinessCalendar, planDays = PLAN_DAYS): string {
  return addBusinessDays(closedOn, planDays, calendar)
}

export interface ExtensionRequest {
  severity: Severity
  closedOn: string
  dueOn: string
  extendedBefore: boolean
  newDueOn: string
  today: string
}
export type ExtensionBlocker = 'critical_never_extended' | 'extended_before' | 'due_has_come' | 'not_later' | 'longer_than_half'

/** Why a finding may not be extended to `newDueOn`; empty when it may (audit.yaml finding_rules.extension). */
export function extensionBlockers(request: ExtensionRequest): ExtensionBlocker[] {
  const blockers: ExtensionBlocker[] = []
  if (request.severity === 'critical') blockers.push('critical_never_extended')
  if (request.extendedBefore) blockers.push('extended_before')
  if (request.today >= request.dueOn) blockers.push('due_has_come')
  if (request.newDueOn <= request.dueOn) blockers.push('not_later')
  if (request.newDueOn > latestExtension(request)) blockers.push('longer_than_half')
  return blockers
}

/** The last day a finding can be extended to: its due date and half of the original period, rounded down. */
export function latestExtension(finding: { severity: Severity; dueOn: string }): string {
  return addDays(finding.dueOn, Math.floor(REMEDIATION_DAYS[finding.severity] / 2))
}

type EscalationAction = 'suspend_supply' | 'open_v16' | 'escalate' | 'carry_over'

/** What happens how many days after a finding's due date, by severity (audit.yaml finding_rules.overdue_escalation). */
export const OVERDUE_ESCALATION = {
  critical: [
    { afterDays: 1, action: 'suspend_supply' },
    { afterDays: 3, action: 'open_v16' },
  ],
  high: [
    { afterDays: 7, action: 'suspend_supply' },
    { afterDays: 30, action: 'open_v16' },
  ],
  medium: [
    { afterDays: 30, action: 'escalate' },
    { afterDays: 60, action: 'open_v16' },
  ],
  low: [{ afterDays: 90, action: 'carry_over' }],
} as const satisfies Record<Severity, { afterDays: number; action: EscalationAction }[]>

/** The actions that an unverified finding has reached by `today`, in order; V-16 opened here is class P (rulings 17). */
export function escalationsReached(finding: { severity: Severity; dueOn: string }, today: string): EscalationAction[] {
  const overdueDays = daysBetween(finding.dueOn, today)
  return OVERDUE_ESCALATION[finding.severity].filter((step) => overdueDays >= step.afterDays).map((step) => step.action)
}

/** Days after its due date at which a remediation has failed for good: the V-16 step, or the carrying over of a low finding. */
export function remediationGraceDays(severity: Severity): number {
  const steps = OVERDUE_ESCALATION[severity]
  return Math.max(...steps.map((step) => step.afterDays))
}
