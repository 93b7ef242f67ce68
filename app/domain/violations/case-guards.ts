import { reasonIsTooShort } from '#app/domain/reason.ts'
import { type Guards, holding, type NoFacts } from '#app/domain/state-machine.ts'
import { remediationGraceDays } from '#app/domain/audits/remediation.ts'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { type CaseAction, caseTransition, classAllows, classMayBecome, type ViolationCase, type ViolationClass } from './case.ts'
import { heavierSeverity, isHighOrCritical, type Severity } from './severity.ts'

export const CASE_BLOCKERS = [
  'wrong_state',
  'class_forbids',
  'scope_missing',
  'class_loosened',
  'severity_lowered',
  'reason_missing',
  'reason_too_short',
  'second_approver_missing',
  'statement_missing',
  'vendor_may_still_answer',
  'evidence_missing',
  'conclusion_missing',
  'supply_still_suspended',
  'investigator_approves',
  'due_missing',
  'both_roles_needed',
  'same_person_twice',
  'conditions_missing',
  'review_time_over',
  'review_time_left',
  'retest_missing',
  'remediation_time_left',
  'delivery_not_accepted',
  'notice_missing',
  'steps_open',
  'certificate_unverified',
] as const
type CaseBlocker = (typeof CASE_BLOCKERS)[number]

export interface DowngradeOpinion {
  role: 'compliance_head' | 'legal'
  userId: string
  /** Why no customer information was mishandled or exposed. */
  reason: string
}

export interface CaseFacts {
  /** `floor` is what the violation and its signals give (rulings 21); lifting an automatic suspension needs a reason (rulings 20). */
  triage: { scope: string; class: ViolationClass; severity: Severity; floor: Severity; liftsSuspension: boolean; liftReason: string }
  dismiss: { reason: string; deciderId: string; secondApproverId?: string }
  investigate: NoFacts
  hear_vendor: { statement: string }
  resume_investigation: { vendorAnswered: boolean; answerDueAt: Date; now: Date }
  clear: { conclusion: string; evidenceCount: number }
  close_cleared: { supplySuspended: boolean; keepReason: string }
  confirm: { evidenceCount: number; investigatorId: string; approverId: string }
  must_terminate: NoFacts
  review_downgrade: NoFacts
  remediate: { dueOn?: string }
  downgrade: { opinions: readonly DowngradeOpinion[]; conditions: string; dueOn?: string; reviewEndsAt: Date; now: Date }
  refuse_downgrade: { refused: boolean; reviewEndsAt: Date; now: Date }
  verify_remediation: { retestPassed: boolean }
  fail_remediation: { dueOn: string; severity: Severity; happenedAgain: boolean; today: string }
  close_remediated: NoFacts
  close_delivered: { deliveryAccepted: boolean }
  issue_notice: { noticeReady: boolean }
  close_terminated: { openMandatorySteps: number; certificateVerified: boolean }
}

/** Every reason why the action is refused with these facts; empty when it may be taken. Who may act is the permission's question. */
export function caseBlockers<A extends CaseAction>(action: A, violationCase: ViolationCase, facts: CaseFacts[A]): CaseBlocker[] {
  if (!caseTransition(action, violationCase.state)) return ['wrong_state']
  if (!classAllows(action, violationCase)) return ['class_forbids']
  return GUARDS[action](violationCase, facts)
}

const none = (): CaseBlocker[] => []

const GUARDS: Guards<ViolationCase, CaseFacts, CaseBlocker> = {
  triage: (violationCase, facts) =>
    holding({
      scope_missing: !facts.scope.trim(),
      class_loosened: !classMayBecome(violationCase.class, facts.class),
      severity_lowered: heavierSeverity(facts.severity, facts.floor) !== facts.severity,
      reason_missing: facts.liftsSuspension && !facts.liftReason.trim(),
    }),
  dismiss: (violationCase, facts) =>
    holding({
      reason_too_short: reasonIsTooShort(facts.reason),
      second_approver_missing: isHighOrCritical(violationCase.severity) && !facts.secondApproverId,
      same_person_twice: facts.secondApproverId === facts.deciderId,
    }),
  investigate: none,
  hear_vendor: (_, facts) => holding({ statement_missing: !facts.statement.trim() }),
  resume_investigation: (_, facts) => holding({ vendor_may_still_answer: !facts.vendorAnswered && facts.now < facts.answerDueAt }),
  clear: (_, facts) => holding({ conclusion_missing: !facts.conclusion.trim(), evidence_missing: facts.evidenceCount < 1 }),
  close_cleared: (_, facts) => holding({ supply_still_suspended: facts.supplySuspended && !facts.keepReason.trim() }),
  confirm: (violationCase, facts) =>
    holding({
      evidence_missing: facts.evidenceCount < 1,
      investigator_approves: isHighOrCritical(violationCase.severity) && facts.investigatorId === facts.approverId,
    }),
  must_terminate: none,
  review_downgrade: none,
  remediate: (_, facts) => holding({ due_missing: !facts.dueOn }),
  downgrade: (_, facts) =>
    holding({
      both_roles_needed: new Set(facts.opinions.map((opinion) => opinion.role)).size < 2,
      same_person_twice: new Set(facts.opinions.map((opinion) => opinion.userId)).size < facts.opinions.length,
      reason_missing: facts.opinions.some((opinion) => !opinion.reason.trim()),
      conditions_missing: !facts.conditions.trim(),
      due_missing: !facts.dueOn,
      review_time_over: facts.now >= facts.reviewEndsAt,
    }),
  refuse_downgrade: (_, facts) => holding({ review_time_left: !facts.refused && facts.now < facts.reviewEndsAt }),
  verify_remediation: (_, facts) => holding({ retest_missing: !facts.retestPassed }),
  fail_remediation: (_, facts) => holding({ remediation_time_left: !facts.happenedAgain && !remediationFailed(facts, facts.today) }),
  close_remediated: none,
  close_delivered: (_, facts) => holding({ delivery_not_accepted: !facts.deliveryAccepted }),
  issue_notice: (_, facts) => holding({ notice_missing: !facts.noticeReady }),
  close_terminated: (_, facts) => holding({ steps_open: facts.openMandatorySteps > 0, certificate_unverified: !facts.certificateVerified }),
}

/** The cure period and its grace are over: a low or medium case waits as long as its finding may (finding_rules.overdue_escalation). */
export function remediationFailed(remediation: { dueOn: string; severity: Severity }, today: string): boolean {
  return daysBetween(remediation.dueOn, today) >= remediationGraceDays(remediation.severity)
}
