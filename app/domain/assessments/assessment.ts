import { findTransition, type Transition } from '#app/domain/state-machine.ts'

export type AssessmentStatus = 'invited' | 'in_progress' | 'submitted' | 'in_review' | 'returned' | 'decided' | 'withdrawn'

/** The way of one questionnaire. The vendor may take its answers back until the review starts. */
export const ASSESSMENT_TRANSITIONS = [
  { action: 'start', from: ['invited'], to: 'in_progress', by: ['vendor'] },
  { action: 'submit', from: ['invited', 'in_progress', 'returned'], to: 'submitted', by: ['vendor'] },
  { action: 'reopen', from: ['submitted'], to: 'in_progress', by: ['vendor'] },
  { action: 'start_review', from: ['submitted'], to: 'in_review', by: ['reviewer'] },
  { action: 'return', from: ['submitted', 'in_review'], to: 'returned', by: ['reviewer'] },
  { action: 'decide', from: ['submitted', 'in_review'], to: 'decided', by: ['compliance'] },
  { action: 'withdraw', from: ['invited', 'in_progress', 'returned', 'submitted', 'in_review'], to: 'withdrawn', by: ['procurement', 'compliance', 'system'] },
] as const satisfies readonly Transition<AssessmentStatus>[]
type AssessmentAction = (typeof ASSESSMENT_TRANSITIONS)[number]['action']

/** The row of the table that the action takes; undefined when the status does not allow it. */
function assessmentTransition(action: AssessmentAction, status: AssessmentStatus) {
  return findTransition<AssessmentStatus, AssessmentAction>(ASSESSMENT_TRANSITIONS, action, status)
}

export function assessmentCan(action: AssessmentAction, assessment: { status: AssessmentStatus }): boolean {
  return assessmentTransition(action, assessment.status) !== undefined
}

/** It is the vendor's turn: answers and documents can change, reminders make sense, the due date counts. */
export const WITH_VENDOR = ['invited', 'in_progress', 'returned'] as const satisfies readonly AssessmentStatus[]
export const WITH_COMPANY = ['submitted', 'in_review'] as const satisfies readonly AssessmentStatus[]
export const FINISHED = ['decided', 'withdrawn'] as const satisfies readonly AssessmentStatus[]

export function isWithVendor({ status }: { status: AssessmentStatus }): boolean {
  return (WITH_VENDOR as readonly AssessmentStatus[]).includes(status)
}

/** Days a vendor gets unless the sender says otherwise (N-20). */
export const DAYS_TO_ANSWER = 14
/** Unanswered so many days after its due date, a request is withdrawn (N-20 T+30, ruling 15). */
export const DAYS_UNTIL_WITHDRAWN = 30
