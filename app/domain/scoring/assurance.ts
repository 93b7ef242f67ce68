import type { Answer, EvidenceMode, EvidenceStatus, Tier } from '#app/domain/questionnaires/template.ts'

/** Assurance percent e by evidence status and tier (scoring.md §5). */
export const ASSURANCE: Record<EvidenceStatus, Record<Tier, number>> = {
  verified: { T1: 100, T2: 100, T3: 100, T4: 100 },
  certified: { T1: 95, T2: 95, T3: 100, T4: 100 },
  provided: { T1: 80, T2: 85, T3: 90, T4: 95 },
  stale: { T1: 65, T2: 75, T3: 85, T4: 90 },
  attested: { T1: 60, T2: 70, T3: 80, T4: 90 },
  missing: { T1: 40, T2: 50, T3: 65, T4: 80 },
  rejected: { T1: 30, T2: 40, T3: 50, T4: 50 },
}

/** `none`: no evidence expected here. `not_due`: this answer calls for none. Both give 100. */
export type Assurance = EvidenceStatus | 'none' | 'not_due'

/** What one answer's evidence is worth; a status that nobody set follows from the mode with nothing attached. */
export function assuranceOf(
  mode: EvidenceMode, evidenceDue: boolean, answer: Answer | undefined, answered: boolean, tier: Tier,
): Assurance {
  if (mode === 'none') return 'none'
  if (mode === 'required' && !evidenceDue) return 'not_due'
  const status = answer?.status ?? statusWithout(mode, answered)
  return statusAtTier(status, tier, answer?.certifiedLastCycle === true)
}

/** At T1 a certificate does not stand in for direct testing in two successive cycles: the second time it counts as provided. */
export function statusAtTier(status: EvidenceStatus, tier: Tier, certifiedLastCycle: boolean): EvidenceStatus {
  return status === 'certified' && tier === 'T1' && certifiedLastCycle ? 'provided' : status
}

/** Assurance percent, 0–100. */
export function assurancePercent(assurance: Assurance, tier: Tier): number {
  return assurance === 'none' || assurance === 'not_due' ? 100 : ASSURANCE[assurance][tier]
}

/** In mode `self` the answer is the evidence, so an answer nobody has reviewed counts as provided. */
export function statusWithout(mode: EvidenceMode, answered: boolean): EvidenceStatus {
  if (mode === 'self') return answered ? 'provided' : 'missing'
  return mode === 'required' ? 'missing' : 'attested'
}
