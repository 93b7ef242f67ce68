import { endOfLocalDay } from '#app/domain/organisations/calendar-dates.ts'
import { findTransition, type Guards, holding, type NoFacts, type Transition } from '#app/domain/state-machine.ts'

export const AGREEMENT_STATUSES = [
  'draft',
  'in_review',
  'sent',
  'partially_signed',
  'signed',
  'active',
  'expired',
  'terminated',
  'superseded',
  'void',
] as const
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number]

/**
 * The agreement machine (templates/violations, amended by rulings 15 and 23). `revoke` ends a signed agreement before it
 * takes effect; there is no suspended agreement: a stop of supply is the vendor's flag.
 */
export const AGREEMENT_TRANSITIONS = [
  { action: 'submit', from: ['draft'], to: 'in_review', by: ['procurement'] },
  { action: 'return', from: ['in_review'], to: 'draft', by: ['compliance'] },
  { action: 'send', from: ['in_review'], to: 'sent', by: ['compliance'] },
  { action: 'sign', from: ['sent'], to: 'partially_signed', by: ['company', 'vendor'] },
  { action: 'sign', from: ['partially_signed'], to: 'signed', by: ['company', 'vendor'] },
  { action: 'void', from: ['draft', 'in_review'], to: 'void', by: ['compliance'] },
  { action: 'void', from: ['sent', 'partially_signed'], to: 'void', by: ['compliance', 'system'] },
  { action: 'revoke', from: ['signed'], to: 'void', by: ['company', 'vendor'], together: true },
  { action: 'activate', from: ['signed'], to: 'active', by: ['system'] },
  { action: 'expire', from: ['active'], to: 'expired', by: ['system'] },
  { action: 'terminate', from: ['signed', 'active'], to: 'terminated', by: ['compliance_head', 'system'] },
  { action: 'supersede', from: ['active'], to: 'superseded', by: ['system'] },
] as const satisfies readonly Transition<AgreementStatus>[]
export type AgreementAction = (typeof AGREEMENT_TRANSITIONS)[number]['action']
export type SigningParty = 'company' | 'vendor'

/** Whether the agreement's status allows the action; `agreementBlockers` adds what the facts of the act say. */
export function agreementCan(action: AgreementAction, agreement: { status: AgreementStatus }): boolean {
  return agreementTransition(action, agreement.status) !== undefined
}

/** The status that the action leads to and who may take it; undefined when the status does not allow it. */
export function agreementTransition(
  action: AgreementAction,
  status: AgreementStatus,
): Transition<AgreementStatus, AgreementAction> | undefined {
  return findTransition<AgreementStatus, AgreementAction>(AGREEMENT_TRANSITIONS, action, status)
}

export const AGREEMENT_BLOCKERS = [
  'wrong_status',
  'generation_blocked',
  'text_not_frozen',
  'pre_contract_findings_open',
  'signed_already',
  'text_changed',
  'other_side_missing',
  'effective_already',
  'not_effective_yet',
  'not_ended_yet',
  'notice_missing',
  'case_missing',
  'successor_not_active',
] as const
type AgreementBlocker = (typeof AGREEMENT_BLOCKERS)[number]

interface AgreementFacts {
  submit: { generationProblems: number }
  return: NoFacts
  send: { digestFrozen: boolean; openPreContractFindings: number }
  sign: { party: SigningParty; signedBy: readonly SigningParty[]; digestMatches: boolean }
  void: NoFacts
  revoke: { agreedBy: readonly SigningParty[]; effectiveOn: string; today: string }
  activate: { effectiveOn: string; today: string }
  expire: { authEnd: string; now: Date; zone: string }
  terminate: { noticeServed: boolean; byCase: boolean }
  supersede: { successorActive: boolean }
}

/** Every reason why the action is refused with these facts; empty when it may be taken. */
export function agreementBlockers<A extends AgreementAction>(
  action: A,
  agreement: { status: AgreementStatus },
  facts: AgreementFacts[A],
): AgreementBlocker[] {
  if (!agreementCan(action, agreement)) return ['wrong_status']
  return GUARDS[action](agreement, facts)
}

const GUARDS: Guards<{ status: AgreementStatus }, AgreementFacts, AgreementBlocker> = {
  submit: (_, facts) => holding({ generation_blocked: facts.generationProblems > 0 }),
  return: () => [],
  send: (_, facts) => holding({ text_not_frozen: !facts.digestFrozen, pre_contract_findings_open: facts.openPreContractFindings > 0 }),
  sign: (_, facts) => holding({ signed_already: facts.signedBy.includes(facts.party), text_changed: !facts.digestMatches }),
  void: () => [],
  revoke: (_, facts) =>
    holding({
      other_side_missing: !facts.agreedBy.includes('company') || !facts.agreedBy.includes('vendor'),
      effective_already: facts.today >= facts.effectiveOn,
    }),
  activate: (_, facts) => holding({ not_effective_yet: facts.today < facts.effectiveOn }),
  expire: (_, facts) => holding({ not_ended_yet: facts.now < agreementExpiresAt(facts.authEnd, facts.zone) }),
  terminate: (agreement, facts) =>
    holding({ notice_missing: !facts.noticeServed, case_missing: agreement.status === 'signed' && !facts.byCase }),
  supersede: (_, facts) => holding({ successor_not_active: !facts.successorActive }),
}

/** The authorisation lasts to the end of its last day, 24:00 in the organisation's zone (N-06 T0, rulings 8). */
export function agreementExpiresAt(authEnd: string, zone: string): Date {
  return endOfLocalDay(authEnd, zone)
}

/** Statuses in which the vendor owes return, deletion and certificate, unless a successor keeps the same scope (DPA-30). */
export function exitIsOwed(agreement: { status: AgreementStatus; successorKeepsScope: boolean }): boolean {
  const ended = agreement.status === 'expired' || agreement.status === 'terminated' || agreement.status === 'superseded'
  return ended && !agreement.successorKeepsScope
}
