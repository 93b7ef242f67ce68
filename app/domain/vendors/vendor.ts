import { findTransition, type Guards, holding, type NoFacts, type Transition } from '#app/domain/state-machine.ts'
import { isHighOrCritical, type Severity } from '#app/domain/violations/severity.ts'

export const VENDOR_STATUSES = [
  'draft',
  'intake',
  'assessing',
  'review',
  'approved',
  'conditional',
  'rejected',
  'contracting',
  'active',
  'suspended',
  'terminating',
  'terminated',
  'banned',
  'withdrawn',
] as const
export type VendorStatus = (typeof VENDOR_STATUSES)[number]

/** Shown on every page and list of a vendor, computed from data, not from messages (notifier.md rule 12). */
export const VENDOR_FLAGS = ['MUST_TERMINATE', 'AUDIT_OVERDUE', 'DSR_OVERDUE', 'LOG_GAP', 'SUPPLY_SUSPENDED'] as const
export type VendorFlag = (typeof VENDOR_FLAGS)[number]

/** The vendor machine (templates/violations, amended by rulings 22): an ended or banned vendor may be taken in again. */
export const VENDOR_TRANSITIONS = [
  { action: 'submit_intake', from: ['draft', 'terminated', 'banned'], to: 'intake', by: ['procurement'] },
  { action: 'start_assessment', from: ['intake'], to: 'assessing', by: ['procurement'] },
  { action: 'submit_answers', from: ['assessing'], to: 'review', by: ['vendor'] },
  { action: 'return_answers', from: ['review'], to: 'assessing', by: ['compliance'] },
  { action: 'approve', from: ['review'], to: 'approved', by: ['compliance'] },
  { action: 'approve_conditionally', from: ['review'], to: 'conditional', by: ['compliance'] },
  { action: 'reject', from: ['review'], to: 'rejected', by: ['compliance'] },
  { action: 'start_contracting', from: ['approved', 'conditional'], to: 'contracting', by: ['procurement'] },
  { action: 'reassess', from: ['approved', 'conditional'], to: 'assessing', by: ['system'] },
  { action: 'activate', from: ['contracting'], to: 'active', by: ['system'] },
  { action: 'suspend', from: ['active'], to: 'suspended', by: ['compliance', 'system'] },
  { action: 'resume', from: ['suspended'], to: 'active', by: ['compliance'] },
  { action: 'end', from: ['active', 'suspended'], to: 'terminating', by: ['compliance', 'system'] },
  {
    action: 'must_terminate',
    from: ['assessing', 'review', 'approved', 'conditional', 'rejected', 'contracting', 'active', 'suspended', 'terminated', 'banned', 'withdrawn'],
    to: 'terminating',
    by: ['system'],
  },
  { action: 'complete_exit', from: ['terminating'], to: 'terminated', by: ['compliance_head'] },
  { action: 'ban', from: ['terminated'], to: 'banned', by: ['system'] },
  {
    action: 'withdraw',
    from: ['draft', 'intake', 'assessing', 'review', 'approved', 'conditional', 'contracting'],
    to: 'withdrawn',
    by: ['procurement'],
  },
] as const satisfies readonly Transition<VendorStatus>[]
export type VendorAction = (typeof VENDOR_TRANSITIONS)[number]['action']

/** Whether the vendor's status allows the action; `vendorBlockers` adds what the facts of the act say. */
export function vendorCan(action: VendorAction, vendor: { status: VendorStatus }): boolean {
  return vendorTransition(action, vendor.status) !== undefined
}

/** The status that the action leads to and who may take it; undefined when the status does not allow it. */
export function vendorTransition(action: VendorAction, status: VendorStatus): Transition<VendorStatus, VendorAction> | undefined {
  return findTransition<VendorStatus, VendorAction>(VENDOR_TRANSITIONS, action, status)
}

export const VENDOR_BLOCKERS = [
  'wrong_status',
  'banned',
  'intake_incomplete',
  'legal_basis_unclear',
  'tier_missing',
  'other_decision',
  'impact_assessment_missing',
  'not_signed_by_both',
  'not_effective_yet',
  'pre_contract_findings_open',
  'must_terminate_open',
  'ground_missing',
  'ground_remains',
  'second_approver_missing',
  'exit_incomplete',
  'certificate_unverified',
  'no_ban_due',
  'no_reassessment_due',
] as const
type VendorBlocker = (typeof VENDOR_BLOCKERS)[number]

interface VendorFacts {
  submit_intake: { isBanned: boolean }
  start_assessment: { intakeComplete: boolean; legalBasisClear: boolean; tierComputed: boolean }
  submit_answers: NoFacts
  return_answers: NoFacts
  approve: { decision: VendorDecision }
  approve_conditionally: { decision: VendorDecision; overrideValid: boolean }
  reject: { decision: VendorDecision }
  start_contracting: { impactAssessmentRecorded: boolean }
  reassess: { reassessmentDue: boolean }
  activate: { signedByBoth: boolean; effectiveReached: boolean; openPreContractFindings: number; mustTerminateOpen: boolean }
  suspend: { ground: string }
  resume: { groundCleared: boolean; severity: Severity; approvers: readonly string[]; mustTerminateOpen: boolean }
  end: { ground: 'expiry' | 'notice' }
  must_terminate: NoFacts
  complete_exit: { openMandatorySteps: number; certificateVerified: boolean }
  ban: { banDue: boolean }
  withdraw: NoFacts
}
type VendorDecision = 'approve' | 'conditional' | 'reject'

/** Every reason why the action is refused with these facts; empty when it may be taken. Who may act is the permission's question. */
export function vendorBlockers<A extends VendorAction>(action: A, vendor: { status: VendorStatus }, facts: VendorFacts[A]): VendorBlocker[] {
  if (!vendorCan(action, vendor)) return ['wrong_status']
  return GUARDS[action](vendor, facts)
}

const none = (): VendorBlocker[] => []

const GUARDS: Guards<{ status: VendorStatus }, VendorFacts, VendorBlocker> = {
  submit_intake: (_, facts) => holding({ banned: facts.isBanned }),
  start_assessment: (_, facts) =>
    holding({
      intake_incomplete: !facts.intakeComplete,
      legal_basis_unclear: !facts.legalBasisClear,
      tier_missing: !facts.tierComputed,
    }),
  submit_answers: none,
  return_answers: none,
  approve: (_, facts) => holding({ other_decision: facts.decision !== 'approve' }),
  approve_conditionally: (_, facts) => holding({ other_decision: facts.decision !== 'conditional' && !facts.overrideValid }),
  reject: (_, facts) => holding({ other_decision: facts.decision !== 'reject' }),
  start_contracting: (_, facts) => holding({ impact_assessment_missing: !facts.impactAssessmentRecorded }),
  reassess: (_, facts) => holding({ no_reassessment_due: !facts.reassessmentDue }),
  activate: (_, facts) =>
    holding({
      not_signed_by_both: !facts.signedByBoth,
      not_effective_yet: !facts.effectiveReached,
      pre_contract_findings_open: facts.openPreContractFindings > 0,
      must_terminate_open: facts.mustTerminateOpen,
    }),
  suspend: (_, facts) => holding({ ground_missing: !facts.ground.trim() }),
  resume: (_, facts) =>
    holding({
      ground_remains: !facts.groundCleared,
      second_approver_missing: isHighOrCritical(facts.severity) && new Set(facts.approvers).size < 2,
      must_terminate_open: facts.mustTerminateOpen,
    }),
  end: none,
  must_terminate: none,
  complete_exit: (_, facts) =>
    holding({ exit_incomplete: facts.openMandatorySteps > 0, certificate_unverified: !facts.certificateVerified }),
  ban: (_, facts) => holding({ no_ban_due: !facts.banDue }),
  withdraw: none,
}

/** Nobody reads a questionnaire of a vendor that was given up, turned away or is being ended. */
export function owesAnswers(status: VendorStatus): boolean {
  const ended: VendorStatus[] = ['rejected', 'withdrawn', 'terminating', 'terminated', 'banned']
  return !ended.includes(status)
}

/** Access and supply are off in every status but active (templates/violations invariants). */
export function accessIsOff(status: VendorStatus): boolean {
  return status !== 'active'
}
