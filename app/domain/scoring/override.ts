import { addMonths } from '#app/domain/organisations/calendar-dates.ts'
import type { ProblemData } from '#app/domain/errors.ts'
import type { Decision, RuleId } from './decision.ts'
import type { GateId } from './gates.ts'

type OverrideApprover = { userId: string; role: 'compliance_head' | 'executive' }

export type OverrideRequest = {
  kind: 'reject_to_conditional' | 'conditional_to_approve'
  decision: Decision
  /** Ids of every rule that fired in the assessment. */
  rules: readonly RuleId[]
  failedGates: readonly GateId[]
  activeBan: boolean
  requesterId: string
  reviewerIds: readonly string[]
  approvers: readonly OverrideApprover[]
  reason: string
  evidenceAttached: boolean
  compensatingControls: readonly { text: string; dueOn?: string }[]
  /** Calendar dates. */
  createdOn: string
  expiresOn: string | undefined
  nextReassessmentOn: string
}

/** `code` is a message key. */
type OverrideProblem = { code: `scoring.override.${string}`; data: ProblemData }

const OVERRIDE_REASON_LENGTH = 50
const OVERRIDE_MAX_MONTHS = 6
const OVERRIDE_MIN_CONTROLS = 2

/** Everything that forbids an override of a decision (scoring.md §10); empty when it may be recorded. */
export function overrideProblems(request: OverrideRequest): OverrideProblem[] {
  const limits = request.kind === 'reject_to_conditional' ? rejectionLimits(request) : conditionLimits(request)
  return [...limits, ...reasonLimits(request)]
}

const rejectingRules: readonly RuleId[] = ['R2', 'R3', 'R4']
const conditionRules: readonly RuleId[] = ['R6', 'R7']

function rejectionLimits(request: OverrideRequest): OverrideProblem[] {
  const { rules, approvers, compensatingControls, failedGates } = request
  return [
    ...unless(request.decision === 'reject', 'not_rejected'),
    ...unless(!rules.includes('R1'), 'hard_knockout'),
    ...unless(rules.some((rule) => rejectingRules.includes(rule)), 'nothing_to_override'),
    ...unless(failedGates.length === 0, 'gate_failed', { gates: failedGates.join(', ') }),
    ...unless(!request.activeBan, 'banned'),
    ...unless(hasTwoApprovers(approvers), 'needs_head_and_executive'),
    ...unless(!approvers.some(({ userId }) => isInvolved(request, userId)), 'approver_involved'),
    ...unless(compensatingControls.length >= OVERRIDE_MIN_CONTROLS, 'needs_controls', { least: OVERRIDE_MIN_CONTROLS }),
    ...unless(compensatingControls.every(({ text, dueOn }) => text.trim() !== '' && dueOn !== undefined), 'control_incomplete'),
    ...expiryLimits(request, addMonths(request.createdOn, OVERRIDE_MAX_MONTHS)),
  ]
}

function conditionLimits(request: OverrideRequest): OverrideProblem[] {
  const { rules, approvers } = request
  return [
    ...unless(request.decision === 'conditional', 'not_conditional'),
    ...unless(rules.length > 0 && rules.every((rule) => conditionRules.includes(rule)), 'only_r6_r7', {
      rules: rules.filter((rule) => !conditionRules.includes(rule)).join(', '),
    }),
    ...unless(request.failedGates.length === 0, 'gate_failed', { gates: request.failedGates.join(', ') }),
    ...unless(approvers.some(({ role }) => role === 'compliance_head'), 'needs_head'),
    ...unless(!approvers.some(({ userId }) => userId === request.requesterId), 'approver_involved'),
    ...unless(request.evidenceAttached, 'needs_evidence'),
    ...expiryLimits(request, request.nextReassessmentOn),
  ]
}

function reasonLimits({ reason }: OverrideRequest): OverrideProblem[] {
  const length = Array.from(reason.trim()).length
  return unless(length >= OVERRIDE_REASON_LENGTH, 'reason_short', { least: OVERRIDE_REASON_LENGTH, length })
}

function expiryLimits({ createdOn, expiresOn }: OverrideRequest, latest: string): OverrideProblem[] {
  const inTime = expiresOn !== undefined && expiresOn > createdOn && expiresOn <= latest
  return unless(inTime, 'expiry', { latest })
}

/** The head and the executive are two people. */
function hasTwoApprovers(approvers: readonly OverrideApprover[]): boolean {
  return approvers.some(
    (head) => head.role === 'compliance_head' && approvers.some((other) => other.role === 'executive' && other.userId !== head.userId),
  )
}

function isInvolved({ requesterId, reviewerIds }: OverrideRequest, userId: string): boolean {
  return userId === requesterId || reviewerIds.includes(userId)
}

function unless(allowed: boolean, code: string, data: ProblemData = {}): OverrideProblem[] {
  return allowed ? [] : [{ code: `scoring.override.${code}`, data }]
}
