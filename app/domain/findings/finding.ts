import { addDays, daysBetween } from '../organisations/calendar-dates.ts'
import { extensionBlockers, latestExtension, type ExtensionBlocker, type ExtensionRequest } from '../audits/remediation.ts'
import { findTransition, type Transition } from '../state-machine.ts'
import type { FindingStatus } from './finding-status.ts'

/** The way of one finding: a plan, a fix with its proof, and the verdict of somebody else. `accepted` is set by an override only. */
const FINDING_TRANSITIONS = [
  { action: 'save_plan', from: ['open', 'plan_received', 'rejected'], to: 'plan_received', by: ['company', 'vendor'] },
  { action: 'mark_fixed', from: ['open', 'plan_received', 'rejected'], to: 'fixed', by: ['company', 'vendor'] },
  { action: 'verify', from: ['fixed'], to: 'verified', by: ['compliance'] },
  { action: 'reject', from: ['fixed'], to: 'rejected', by: ['compliance'] },
] as const satisfies readonly Transition<FindingStatus>[]
export type FindingAction = (typeof FINDING_TRANSITIONS)[number]['action']

export const CLOSED_FINDING = ['verified', 'accepted'] as const satisfies readonly FindingStatus[]

type FindingState = { status: FindingStatus; source: 'assessment' | 'audit' | 'case' | 'internal' }

/** Where the action leads; undefined when the status does not allow it, or when the violation case decides on its own finding. */
export function findingTransition(action: FindingAction, { status, source }: FindingState) {
  if (source === 'case' && (action === 'verify' || action === 'reject')) return undefined
  return findTransition<FindingStatus, FindingAction>(FINDING_TRANSITIONS, action, status)
}

export function findingCan(action: FindingAction, finding: FindingState): boolean {
  return findingTransition(action, finding) !== undefined
}

export function isClosed({ status }: Pick<FindingState, 'status'>): boolean {
  return (CLOSED_FINDING as readonly FindingStatus[]).includes(status)
}

/** `raisedOn`: the day from which the period runs. */
export type Extension = Omit<ExtensionRequest, 'closedOn'> & { raisedOn: string; firstDueOn: string; status: FindingStatus; source: FindingState['source'] }
export type FindingExtensionBlocker = ExtensionBlocker | 'closed' | 'case_decides'

/** Why a finding cannot be extended to a date: once, never a critical one, before it is due, by half of its own period at most (audit.yaml finding_rules.extension). */
export function findingExtensionBlockers({ raisedOn, ...request }: Extension): FindingExtensionBlocker[] {
  const blockers: FindingExtensionBlocker[] = []
  if (isClosed(request)) blockers.push('closed')
  if (request.source === 'case') blockers.push('case_decides')
  blockers.push(...extensionBlockers({ ...request, closedOn: raisedOn }))
  const tooLong = request.newDueOn > latestFindingExtension({ raisedOn, ...request })
  if (tooLong && !blockers.includes('longer_than_half')) blockers.push('longer_than_half')
  return blockers
}

/** The last day that an extension may reach. */
export function latestFindingExtension(finding: Pick<Extension, 'severity' | 'dueOn' | 'raisedOn' | 'firstDueOn'>): string {
  const half = addDays(finding.dueOn, Math.floor(daysBetween(finding.raisedOn, finding.firstDueOn) / 2))
  const byRule = latestExtension(finding)
  return half < byRule ? half : byRule
}
