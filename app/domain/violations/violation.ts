import type { ViolationClass } from './case.ts'
import type { Severity } from './severity.ts'
import type { TerminationStepId } from './termination.ts'

export type Spoken = { zh: string; en: string }

/** One of V-01 … V-26 (templates/violations). An aggravating note makes a class P violation end the contract directly (rulings 19). */
export type Violation = {
  id: string
  class: ViolationClass
  severity: Severity
  name: Spoken
  /** Where its proof is usually found. */
  evidence: Spoken
  note?: Spoken & { kind: 'exempting' | 'defining' | 'aggravating' | 'mitigating' }
  /** Rules, checks and alerts that detect it. */
  detectedBy: string[]
  clauses: string[]
  dpa: string[]
  /** Letter of DPA-31 item 1 that a termination by this violation rests on. */
  noticeGround: string
}

export type WorkflowStep = { id: TerminationStepId; name: Spoken; deadline: Spoken }
