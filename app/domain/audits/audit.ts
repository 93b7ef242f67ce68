import { reasonIsTooShort } from '#app/domain/reason.ts'
import { findTransition, type Guards, holding, type Transition } from '#app/domain/state-machine.ts'

export const AUDIT_STATES = [
  'planned',
  'notified',
  'fieldwork',
  'draft_report',
  'vendor_response',
  'closed',
  'postponed',
  'refused',
  'cancelled_terminated',
] as const
export type AuditState = (typeof AUDIT_STATES)[number]
export const OPEN_AUDIT_STATES = ['planned', 'notified', 'fieldwork', 'draft_report', 'vendor_response', 'postponed'] as const satisfies AuditState[]

/** The audit machine (templates/audits programme.transitions, amended by rulings 27). */
export const AUDIT_TRANSITIONS = [
  { action: 'notify', from: ['planned', 'postponed'], to: 'notified', by: ['compliance'] },
  { action: 'start_fieldwork', from: ['notified'], to: 'fieldwork', by: ['lead_auditor'] },
  { action: 'draft_report', from: ['fieldwork'], to: 'draft_report', by: ['lead_auditor'] },
  { action: 'send_report', from: ['draft_report'], to: 'vendor_response', by: ['lead_auditor'] },
  { action: 'close', from: ['vendor_response'], to: 'closed', by: ['reviewer'] },
  { action: 'postpone', from: ['planned', 'notified'], to: 'postponed', by: ['compliance'] },
  { action: 'record_refusal', from: OPEN_AUDIT_STATES, to: 'refused', by: ['compliance'] },
  { action: 'cancel', from: OPEN_AUDIT_STATES, to: 'cancelled_terminated', by: ['system'] },
] as const satisfies readonly Transition<AuditState>[]
export type AuditAction = (typeof AUDIT_TRANSITIONS)[number]['action']

/** Whether the audit's state allows the action; `auditBlockers` adds what the facts of the act say. */
export function auditCan(action: AuditAction, audit: { state: AuditState }): boolean {
  return auditTransition(action, audit.state) !== undefined
}

/** The state that the action leads to and who may take it; undefined when the state does not allow it. */
export function auditTransition(action: AuditAction, state: AuditState): Transition<AuditState, AuditAction> | undefined {
  return findTransition<AuditState, AuditAction>(AUDIT_TRANSITIONS, action, state)
}

export const AUDIT_BLOCKERS = [
  'wrong_state',
  'notice_too_short',
  'lead_missing',
  'lead_is_business_owner',
  'firm_three_in_a_row',
  'not_the_lead',
  'check_without_outcome',
  'fail_without_evidence',
  'plans_missing',
  'reviewer_is_lead',
  'past_legal_cap',
  'not_later',
  'postponed_before',
  'reason_too_short',
  'reviewer_approval_missing',
  'no_refusal_recorded',
  'vendor_not_terminated',
] as const
type AuditBlocker = (typeof AUDIT_BLOCKERS)[number]

export interface AuditFacts {
  notify: { startsAt: Date; earliestStart: Date; lead: AuditLead }
  start_fieldwork: { actorId: string; leadAuditorId: string }
  draft_report: { actorId: string; leadAuditorId: string; checksWithoutOutcome: number; failsWithoutEvidence: number }
  send_report: { actorId: string; leadAuditorId: string }
  close: { reviewerId: string; leadAuditorId: string; plansMissing: number; planDueOn: string; today: string }
  postpone: {
    dueOn: string
    newDueOn: string
    legalCap: string
    postponedBefore: boolean
    reason: string
    approverId?: string
    leadAuditorId?: string
  }
  record_refusal: { refusedInWriting: boolean; noticesIgnored: number; delayed?: boolean }
  cancel: { vendorTerminated: boolean }
}

export interface AuditLead {
  leadAuditorId?: string
  /** The external auditor's firm; undefined for an own auditor. */
  firm?: string
  businessOwnerId?: string
  /** Firms of the vendor's earlier audits, latest first; undefined entries are own auditors. */
  earlierFirms: readonly (string | undefined)[]
}

/** Every reason why the action is refused with these facts; empty when it may be taken. Who may act is the permission's question. */
export function auditBlockers<A extends AuditAction>(action: A, audit: { state: AuditState }, facts: AuditFacts[A]): AuditBlocker[] {
  if (!auditCan(action, audit)) return ['wrong_state']
  return GUARDS[action](audit, facts)
}

const GUARDS: Guards<{ state: AuditState }, AuditFacts, AuditBlocker> = {
  notify: (_, facts) => [...holding({ notice_too_short: facts.startsAt < facts.earliestStart }), ...leadBlockers(facts.lead)],
  start_fieldwork: (_, facts) => holding({ not_the_lead: facts.actorId !== facts.leadAuditorId }),
  draft_report: (_, facts) =>
    holding({
      not_the_lead: facts.actorId !== facts.leadAuditorId,
      check_without_outcome: facts.checksWithoutOutcome > 0,
      fail_without_evidence: facts.failsWithoutEvidence > 0,
    }),
  send_report: (_, facts) => holding({ not_the_lead: facts.actorId !== facts.leadAuditorId }),
  close: (_, facts) =>
    holding({
      plans_missing: facts.plansMissing > 0 && facts.today <= facts.planDueOn,
      reviewer_is_lead: facts.reviewerId === facts.leadAuditorId,
    }),
  postpone: (_, facts) =>
    holding({
      past_legal_cap: facts.newDueOn > facts.legalCap,
      not_later: facts.newDueOn <= facts.dueOn,
      postponed_before: facts.postponedBefore,
      reason_too_short: reasonIsTooShort(facts.reason),
      reviewer_approval_missing: !facts.approverId,
      reviewer_is_lead: facts.approverId !== undefined && facts.approverId === facts.leadAuditorId,
    }),
  record_refusal: (_, facts) => holding({ no_refusal_recorded: !facts.refusedInWriting && facts.noticesIgnored < 2 && !facts.delayed }),
  cancel: (_, facts) => holding({ vendor_not_terminated: !facts.vendorTerminated }),
}

/** Independence of the lead auditor (programme.independence): not the vendor's owner, no firm more than three times in a row. */
export function leadBlockers(lead: AuditLead): AuditBlocker[] {
  const lastThree = lead.earlierFirms.slice(0, 3)
  return holding({
    lead_missing: !lead.leadAuditorId,
    lead_is_business_owner: lead.leadAuditorId !== undefined && lead.leadAuditorId === lead.businessOwnerId,
    firm_three_in_a_row: lead.firm !== undefined && lastThree.length === 3 && lastThree.every((firm) => firm === lead.firm),
  })
}

export function auditIsOpen(state: AuditState): boolean {
  return (OPEN_AUDIT_STATES as readonly AuditState[]).includes(state)
}
