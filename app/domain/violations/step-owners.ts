import type { Role } from '#app/domain/identity/actor.ts'
import { TERMINATION_STEPS, type StepOwner, type StepRecord, type TerminationStepId } from './termination.ts'

/** Steps that the product settles by itself, with the act they belong to. */
export const STEPS_BY_ACT = { 'W-01': 'must_terminate', 'W-06': 'issue_notice', 'W-14': 'issue_notice', 'W-17': 'close_terminated' } as const

/** Steps that no reason can replace: a closing needs the vendor's verified certificate (guard of closed_terminated). */
const NEVER_WAIVED: readonly TerminationStepId[] = ['W-01', 'W-06', 'W-12', 'W-13', 'W-14', 'W-17']

/** What has to be settled before a step can be. */
const WAITS_FOR: Partial<Record<TerminationStepId, TerminationStepId>> = { 'W-12': 'W-11', 'W-13': 'W-12' }

export type StepBlocker = 'settled' | 'by_itself' | 'waits' | 'not_the_owner' | 'never_waived'

/** Why a step cannot be ticked off now; compliance may record every step, also what the vendor did. */
export function completeBlockers(id: TerminationStepId, records: readonly StepRecord[], roles: readonly Role[]): StepBlocker[] {
  return [...settling(id, records), ...(mayRecord(id, roles) ? [] : (['not_the_owner'] as const))]
}

/** Why a step cannot be waived. */
export function waiveBlockers(id: TerminationStepId, records: readonly StepRecord[]): StepBlocker[] {
  return [...settling(id, records), ...(NEVER_WAIVED.includes(id) ? (['never_waived'] as const) : [])]
}

function settling(id: TerminationStepId, records: readonly StepRecord[]): StepBlocker[] {
  const settled = (step: TerminationStepId) => records.some((record) => record.id === step && (record.doneAt || record.waiverReason))
  if (settled(id)) return ['settled']
  if (id in STEPS_BY_ACT) return ['by_itself']
  const first = WAITS_FOR[id]
  return first && !settled(first) ? ['waits'] : []
}

const HOLDERS: Record<StepOwner, readonly Role[]> = {
  system: [],
  vendor: [],
  security: ['security'],
  compliance: [],
  compliance_head: [],
  business_owner: ['business_owner', 'procurement'],
  legal: ['legal'],
}

function mayRecord(id: TerminationStepId, roles: readonly Role[]): boolean {
  if (roles.includes('compliance') || roles.includes('compliance_head')) return true
  const owners: readonly StepOwner[] = TERMINATION_STEPS.find((step) => step.id === id)?.owners ?? []
  return owners.some((owner) => HOLDERS[owner].some((role) => roles.includes(role)))
}
