import { addDays, daysBetween, earlierOf } from '#app/domain/organisations/calendar-dates.ts'
import type { VendorStatus } from './vendor.ts'

/** What is known of a vendor on the day it is asked. Dates are calendar dates in the organisation's zone. */
export type StepFacts = {
  today: string
  status: VendorStatus
  /** The gravest open case: must_terminate before terminating before a critical suspicion before the others. */
  case?: { id: string; ref: string; state: string; critical: boolean; dueOn?: string; openSteps: number }
  /** The audit that is due first and not closed. */
  audit?: { id: string; ref: string; dueOn: string; legalCap: string; startOn?: string }
  suspension?: { sinceOn: string; reason: string }
  /** The finding of high or critical severity that is overdue the longest. */
  overdueFinding?: { id: string; ref: string; dueOn: string; clause?: string }
  draftEngagement?: { id: string; ref: string }
  submittedEngagement?: { id: string; ref: string }
  /** The questionnaire that is under way. */
  assessment?: { id: string; ref: string; dueOn: string; withVendor: boolean }
  /** The agreement that is being made, or the one that is active. */
  agreement?: { id: string; number: string; status: string; authEnd: string }
  /** Last day to sign after an approval. */
  approvalLapsesOn?: string
  reassessDueOn?: string
  bannedUntil?: string
}

export type Step = {
  kind: StepKind
  /** The regulation's clause that asks for it. */
  clause?: string
  subject?: { type: 'case' | 'audit' | 'finding' | 'engagement' | 'assessment' | 'agreement'; id: string; ref: string }
  dueOn?: string
  rungs: Rung[]
}

/** A day on the way to the legal limit; `days` are counted from the due date. */
type Rung = { id: 'due' | 'proposed' | 'now' | 'suspended' | 'cap'; on: string; state: 'past' | 'now' | 'ahead'; days: number }

type StepKind =
  | 'issue_notice' | 'finish_exit' | 'read_suspicion' | 'close_audit' | 'lift_suspension' | 'close_finding'
  | 'close_case' | 'reassess_overdue' | 'renew_overdue' | 'complete_intake' | 'send_questionnaire'
  | 'await_answers' | 'review_answers' | 'draft_agreement' | 'sign_agreement' | 'next_audit' | 'next_reassessment'
  | 'next_renewal' | 'quiet' | 'exit' | 'rejected' | 'withdrawn' | 'terminated' | 'banned'

/** How long before an authorisation ends its renewal becomes the next step (N-06 begins 90 days before). */
const RENEWAL_DAYS = 90

type Rule = (facts: StepFacts) => Step | undefined

/** The one thing that the law wants next of this vendor, the most urgent first. */
export function nextStep(facts: StepFacts): Step {
  for (const rule of [...URGENT, byStatus]) {
    const step = rule(facts)
    if (step) return step
  }
  return { kind: 'quiet', rungs: [] }
}

const step = (kind: StepKind, clause: string, rest: Partial<Step> = {}): Step => ({ kind, clause, rungs: [], ...rest })

const URGENT: Rule[] = [
  ({ case: it }) => (it?.state === 'must_terminate' ? step('issue_notice', 'R7.3.3', { subject: { type: 'case', id: it.id, ref: it.ref }, dueOn: it.dueOn }) : undefined),
  ({ case: it }) => (it?.state === 'terminating' ? step('finish_exit', 'R7.3.3', { subject: { type: 'case', id: it.id, ref: it.ref } }) : undefined),
  ({ case: it }) => (it?.state === 'suspected' && it.critical ? step('read_suspicion', 'R7.3.3', { subject: { type: 'case', id: it.id, ref: it.ref } }) : undefined),
  overdueAudit,
  ({ suspension }) => (suspension ? step('lift_suspension', 'R7.3.3') : undefined),
  ({ overdueFinding: it }) => (it ? step('close_finding', it.clause ?? 'R7.1.3', { subject: { type: 'finding', id: it.id, ref: it.ref }, dueOn: it.dueOn }) : undefined),
  ({ case: it }) => (it ? step('close_case', 'R7.3.3', { subject: { type: 'case', id: it.id, ref: it.ref }, dueOn: it.dueOn }) : undefined),
  ({ reassessDueOn, today, assessment }) => (reassessDueOn && reassessDueOn < today && !assessment ? step('reassess_overdue', 'R7.1.2', { dueOn: reassessDueOn }) : undefined),
  ({ agreement: it, today }) =>
    it?.status === 'active' && it.authEnd < today ? step('renew_overdue', 'R7.2.2', { subject: { type: 'agreement', id: it.id, ref: it.number }, dueOn: it.authEnd }) : undefined,
]

/** N-02: flagged the day after, suspension proposed on day 30, supply suspended on day 60, missed past the legal cap. */
function overdueAudit({ audit, today, status }: StepFacts): Step | undefined {
  if (!audit || audit.dueOn >= today || status === 'terminated' || status === 'banned') return undefined
  const days = daysBetween(audit.dueOn, today)
  const state = (on: string): Rung['state'] => (on < today ? 'past' : 'ahead')
  const at = (id: Rung['id'], on: string): Rung => ({ id, on, state: state(on), days: daysBetween(audit.dueOn, on) })
  const fixed = [at('due', audit.dueOn), at('proposed', addDays(audit.dueOn, 30)), at('suspended', addDays(audit.dueOn, 60)), at('cap', audit.legalCap)]
  const rungs = [...fixed.filter(({ on }) => on !== today), { id: 'now' as const, on: today, state: 'now' as const, days }]
  return step('close_audit', 'R7.3.1', { subject: { type: 'audit', id: audit.id, ref: audit.ref }, dueOn: audit.dueOn, rungs: rungs.sort((a, b) => a.on.localeCompare(b.on)) })
}

/** Where nothing presses, the vendor's status says what comes. */
function byStatus(facts: StepFacts): Step | undefined {
  const { assessment, agreement, draftEngagement, submittedEngagement } = facts
  switch (facts.status) {
    case 'draft':
    case 'intake':
      return draftEngagement && facts.status === 'draft'
        ? step('complete_intake', 'R7.1.1', { subject: { type: 'engagement', ...draftEngagement } })
        : step('send_questionnaire', 'R7.1.2', submittedEngagement ? { subject: { type: 'engagement', ...submittedEngagement } } : {})
    case 'assessing':
    case 'review':
      return underAssessment(assessment, submittedEngagement)
    case 'approved':
    case 'conditional':
    case 'contracting':
      return agreement
        ? step('sign_agreement', 'R7.2.1', { subject: { type: 'agreement', id: agreement.id, ref: agreement.number }, dueOn: facts.approvalLapsesOn })
        : step('draft_agreement', 'R7.2.1', { dueOn: facts.approvalLapsesOn, ...(submittedEngagement ? { subject: { type: 'engagement', ...submittedEngagement } } : {}) })
    case 'active':
    case 'suspended':
      return underContract(facts)
    case 'terminating':
      return step('exit', 'R7.3.3')
    case 'banned':
      return { kind: 'banned', dueOn: facts.bannedUntil, rungs: [] }
    case 'rejected':
    case 'withdrawn':
    case 'terminated':
      return { kind: facts.status, rungs: [] }
  }
}

function underAssessment(assessment: StepFacts['assessment'], engagement: StepFacts['submittedEngagement']): Step {
  if (!assessment) return step('send_questionnaire', 'R7.1.2', engagement ? { subject: { type: 'engagement', ...engagement } } : {})
  const subject = { type: 'assessment' as const, id: assessment.id, ref: assessment.ref }
  return assessment.withVendor ? step('await_answers', 'R7.1.2', { subject, dueOn: assessment.dueOn }) : step('review_answers', 'R7.1.3', { subject })
}

/** The first of the dates that an active vendor has; a renewal only once it is near. */
function underContract({ audit, reassessDueOn, agreement, assessment, today }: StepFacts): Step | undefined {
  if (assessment) return underAssessment(assessment, undefined)
  const renewal = agreement?.status === 'active' && agreement.authEnd <= addDays(today, RENEWAL_DAYS) ? agreement.authEnd : undefined
  const dates = [audit?.dueOn, reassessDueOn, renewal].filter((each) => each !== undefined)
  if (dates.length === 0) return undefined
  const first = dates.reduce(earlierOf)
  if (audit?.dueOn === first) return step('next_audit', 'R7.3.1', { subject: { type: 'audit', id: audit.id, ref: audit.ref }, dueOn: first })
  if (renewal === first && agreement) return step('next_renewal', 'R7.2.2', { subject: { type: 'agreement', id: agreement.id, ref: agreement.number }, dueOn: first })
  return step('next_reassessment', 'R7.1.2', { dueOn: first })
}
