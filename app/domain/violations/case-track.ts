import { caseIsClosed, type CaseState, type ViolationClass } from './case.ts'

export type TrackedCase = {
  state: CaseState
  class: ViolationClass
  createdAt: Date
  triagedAt?: Date | null
  investigatingAt?: Date | null
  statementSentAt?: Date | null
  confirmedAt?: Date | null
  mustTerminateAt?: Date | null
  noticeIssuedAt?: Date | null
  closedAt?: Date | null
}

export type TrackStop = { state: CaseState; place: 'past' | 'now' | 'ahead'; at?: Date }

/** The states that a case has passed, the one it stands in and those that its class leads to, for the line above its page. */
export function caseTrack(violationCase: TrackedCase): TrackStop[] {
  const route = routeOf(violationCase)
  const now = route.indexOf(violationCase.state)
  const closed = caseIsClosed(violationCase.state)
  return route.map((state, index) => ({
    state,
    place: index < now || (index === now && closed) ? 'past' : index === now ? 'now' : 'ahead',
    at: index <= now ? (enteredAt(violationCase, state) ?? undefined) : undefined,
  }))
}

function routeOf(violationCase: TrackedCase): CaseState[] {
  const { state, triagedAt, investigatingAt, statementSentAt, confirmedAt } = violationCase
  const begun: CaseState[] = ['suspected', ...(triagedAt || state !== 'dismissed' ? (['triaged'] as const) : [])]
  if (state === 'dismissed') return [...begun, 'dismissed']
  const heard: CaseState[] = statementSentAt || !confirmedAt ? ['vendor_response'] : []
  // The vendor has answered: the investigation goes on, so the present state comes last.
  const back = state === 'investigating' && statementSentAt
  const examined: CaseState[] = back ? ['vendor_response', 'investigating'] : ['investigating', ...heard]
  if (state === 'not_substantiated' || state === 'closed_not_substantiated') {
    return [...begun, 'investigating', ...(statementSentAt ? (['vendor_response'] as const) : []), 'not_substantiated', 'closed_not_substantiated']
  }
  if (state === 'closed_remediated' && !confirmedAt) return [...begun, ...(investigatingAt ? examined : []), 'closed_remediated']
  return [...begun, ...examined, 'confirmed', ...endingOf(violationCase)]
}

function endingOf({ state, class: gravity, mustTerminateAt }: TrackedCase): CaseState[] {
  const cured: CaseState[] = ['remediation', 'remediation_verified', 'closed_remediated']
  const ended: CaseState[] = ['must_terminate', 'terminating', 'closed_terminated']
  if (mustTerminateAt || gravity === 'T') return ended
  if (gravity === 'D') return cured
  if (cured.includes(state)) return ['downgrade_review', ...cured]
  return ['downgrade_review', ...ended]
}

/** When the case first came into a state, as far as it is kept. */
export function enteredAt(violationCase: TrackedCase, state: CaseState): Date | null | undefined {
  switch (state) {
    case 'suspected':
      return violationCase.createdAt
    case 'triaged':
      return violationCase.triagedAt
    case 'investigating':
      return violationCase.investigatingAt
    case 'vendor_response':
      return violationCase.statementSentAt
    case 'confirmed':
    case 'downgrade_review':
      return violationCase.confirmedAt
    case 'must_terminate':
      return violationCase.mustTerminateAt
    case 'terminating':
      return violationCase.noticeIssuedAt
    case 'dismissed':
    case 'closed_not_substantiated':
    case 'closed_remediated':
    case 'closed_terminated':
      return violationCase.closedAt
    case 'not_substantiated':
    case 'remediation':
    case 'remediation_verified':
      return undefined
    default:
      return state satisfies never
  }
}
