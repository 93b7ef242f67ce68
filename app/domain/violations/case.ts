import { addMonths } from '#app/domain/organisations/calendar-dates.ts'
import { findTransition, type Transition } from '#app/domain/state-machine.ts'
import { heavierSeverity, type Severity } from './severity.ts'

export const CASE_STATES = [
  'suspected',
  'triaged',
  'investigating',
  'vendor_response',
  'not_substantiated',
  'confirmed',
  'downgrade_review',
  'must_terminate',
  'terminating',
  'remediation',
  'remediation_verified',
  'dismissed',
  'closed_not_substantiated',
  'closed_remediated',
  'closed_terminated',
] as const
export type CaseState = (typeof CASE_STATES)[number]
export const CLOSED_CASE_STATES = ['dismissed', 'closed_not_substantiated', 'closed_remediated', 'closed_terminated'] as const satisfies CaseState[]

/** T = terminate on confirmation, P = presumed termination, D = cure then terminate; from lightest to heaviest. */
export const VIOLATION_CLASSES = ['D', 'P', 'T'] as const
export type ViolationClass = (typeof VIOLATION_CLASSES)[number]

/** The case machine (templates/violations, amended by rulings 18 and 19). */
export const CASE_TRANSITIONS = [
  { action: 'triage', from: ['suspected'], to: 'triaged', by: ['compliance'] },
  { action: 'dismiss', from: ['suspected', 'triaged'], to: 'dismissed', by: ['compliance'] },
  { action: 'investigate', from: ['triaged'], to: 'investigating', by: ['compliance'] },
  { action: 'hear_vendor', from: ['investigating'], to: 'vendor_response', by: ['compliance'] },
  { action: 'resume_investigation', from: ['vendor_response'], to: 'investigating', by: ['vendor', 'system'] },
  { action: 'clear', from: ['investigating'], to: 'not_substantiated', by: ['compliance'] },
  { action: 'close_cleared', from: ['not_substantiated'], to: 'closed_not_substantiated', by: ['compliance'] },
  { action: 'confirm', from: ['investigating'], to: 'confirmed', by: ['compliance'] },
  { action: 'must_terminate', from: ['confirmed'], to: 'must_terminate', by: ['system'] },
  { action: 'review_downgrade', from: ['confirmed'], to: 'downgrade_review', by: ['system'] },
  { action: 'remediate', from: ['confirmed'], to: 'remediation', by: ['compliance'] },
  { action: 'downgrade', from: ['downgrade_review'], to: 'remediation', by: ['compliance_head', 'legal'], together: true },
  { action: 'refuse_downgrade', from: ['downgrade_review'], to: 'must_terminate', by: ['compliance_head', 'legal', 'system'] },
  { action: 'verify_remediation', from: ['remediation'], to: 'remediation_verified', by: ['compliance'] },
  { action: 'fail_remediation', from: ['remediation'], to: 'must_terminate', by: ['system'] },
  { action: 'close_remediated', from: ['remediation_verified'], to: 'closed_remediated', by: ['compliance_head'] },
  {
    action: 'close_delivered',
    from: ['suspected', 'triaged', 'investigating', 'vendor_response', 'confirmed', 'downgrade_review', 'remediation', 'remediation_verified'],
    to: 'closed_remediated',
    by: ['system'],
  },
  { action: 'issue_notice', from: ['must_terminate'], to: 'terminating', by: ['compliance_head'] },
  { action: 'close_terminated', from: ['terminating'], to: 'closed_terminated', by: ['compliance_head'] },
] as const satisfies readonly Transition<CaseState>[]
export type CaseAction = (typeof CASE_TRANSITIONS)[number]['action']

export interface ViolationCase {
  state: CaseState
  /** V-01 … V-26. */
  violationId: string
  class: ViolationClass
  severity: Severity
  /** A class P violation whose aggravating note is met (V-11, V-14, V-21; rulings 19). */
  aggravated?: boolean
  /** The same violation was confirmed before within 12 months (`isRepeat`). */
  repeated?: boolean
}

/** Whether state and class allow the action; `caseBlockers` adds what the facts of the act say. */
export function caseCan(action: CaseAction, violationCase: ViolationCase): boolean {
  return caseTransition(action, violationCase.state) !== undefined && classAllows(action, violationCase)
}

/** The state that the action leads to and who may take it; undefined when the state does not allow it. */
export function caseTransition(action: CaseAction, state: CaseState): Transition<CaseState, CaseAction> | undefined {
  return findTransition<CaseState, CaseAction>(CASE_TRANSITIONS, action, state)
}

/** The step after confirmation, each to one state only (R7.3.3); a class D violation that returns within 12 months ends the contract. */
type CaseVerdict = 'must_terminate' | 'review_downgrade' | 'remediate'

/** What a confirmed case leads to: nobody chooses (violations.yaml classes, rulings 19). */
export function caseVerdict(violationCase: Pick<ViolationCase, 'class' | 'aggravated' | 'repeated'>): CaseVerdict {
  switch (violationCase.class) {
    case 'T':
      return 'must_terminate'
    case 'P':
      return violationCase.aggravated ? 'must_terminate' : 'review_downgrade'
    case 'D':
      return violationCase.repeated ? 'must_terminate' : 'remediate'
    default:
      return violationCase.class satisfies never
  }
}

/** Whether the case's class, fixed by the law and the tenant, opens this action at all. */
export function classAllows(action: CaseAction, violationCase: ViolationCase): boolean {
  if (action === 'must_terminate' || action === 'review_downgrade' || action === 'remediate') return caseVerdict(violationCase) === action
  if (action === 'close_delivered') return violationCase.violationId === 'V-17'
  return true
}

/** Severity, class and evidence of a case may no longer change once it is confirmed (violations.yaml forbidden). */
export function caseIsFrozen(state: CaseState): boolean {
  return !(['suspected', 'triaged', 'investigating', 'vendor_response', 'not_substantiated'] as CaseState[]).includes(state)
}

/** A closed case is never reopened: new facts open a linked case. */
export function caseIsClosed(state: CaseState): boolean {
  return (CLOSED_CASE_STATES as CaseState[]).includes(state)
}

/** The vendor's flag MUST_TERMINATE: from must_terminate until the exit is closed (N-10). */
export function setsMustTerminate(state: CaseState): boolean {
  return state === 'must_terminate' || state === 'terminating'
}

/** A class may be tightened (D → P → T), never loosened (violations.yaml tightening_only). */
export function classMayBecome(from: ViolationClass, to: ViolationClass): boolean {
  return VIOLATION_CLASSES.indexOf(to) >= VIOLATION_CLASSES.indexOf(from)
}

interface Opening {
  violationId: string
  /** The class in the template, and the tenant's own if it set one. */
  templateClass: ViolationClass
  tenantClass?: ViolationClass
  /** Alert that opened the case, if any. */
  alert?: string
  openedOn: string
  /** Opening dates of the vendor's earlier cases of the same violation that were not dismissed or cleared. */
  earlierOpenedOn: readonly string[]
  /** V-25: the change concerns place or sub-processors. */
  changesPlaceOrSubprocessors?: boolean
}

/** The class a case opens with: the heaviest that template, tenant and circumstances give (rulings 17 and 18, V-25). */
export function openingClass(opening: Opening): ViolationClass {
  const { violationId } = opening
  const presumed =
    (violationId === 'V-16' && opening.alert === 'N-07') ||
    (violationId === 'V-17' && isRepeat(opening)) ||
    (violationId === 'V-25' && opening.changesPlaceOrSubprocessors === true)
  const classes = [opening.templateClass, opening.tenantClass ?? 'D', presumed ? 'P' : 'D'] as const
  return classes.reduce((heaviest, next) => (classMayBecome(heaviest, next) ? next : heaviest))
}

/** The same violation opened within 12 months after an earlier one opened (rulings 18, DPA-31.2). */
export function isRepeat(opening: Pick<Opening, 'openedOn' | 'earlierOpenedOn'>): boolean {
  return opening.earlierOpenedOn.some((earlier) => earlier <= opening.openedOn && opening.openedOn <= addMonths(earlier, 12))
}

/** A case's severity: the higher of the violation's own and its highest signal (rulings 21). */
export function caseSeverity(own: Severity, signals: readonly Severity[]): Severity {
  return signals.reduce(heavierSeverity, own)
}

/** What suspicion alone does to the supply of data: critical stops it with the signal, before triage (rulings 20). */
export function suspensionOnSuspicion(severity: Severity): 'automatic' | 'proposed' | 'none' {
  if (severity === 'critical') return 'automatic'
  return severity === 'high' ? 'proposed' : 'none'
}
