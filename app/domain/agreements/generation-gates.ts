import type { DraftProblem } from './template.ts'

export type GenerationGates = {
  /** Question ids of pre_contract findings that are not closed. */
  openPreContractFindings: string[]
  /** Codes of hard knock-outs in the decided assessment. */
  hardKnockouts: string[]
  hasImpactAssessment: boolean
  /** Calendar date; set while the vendor is on the re-onboarding ban list. */
  bannedUntil?: string
}

/** What forbids generation whatever the text says (agreement.yaml generation_rules 7). `fix` is a message key for the next step. */
export function checkGates(gates: GenerationGates, facts: Record<string, boolean>): DraftProblem[] {
  const { openPreContractFindings: findings, hardKnockouts: knockouts, bannedUntil } = gates
  const problems: DraftProblem[] = []
  if (findings.length > 0) problems.push(gate('findings_open', { count: findings.length, findings: findings.join(', ') }))
  if (knockouts.length > 0) problems.push(gate('hard_knockout', { knockouts: knockouts.join(', ') }))
  if (!gates.hasImpactAssessment && facts.has_pi !== false) problems.push(gate('impact_assessment_missing', { item: 'IN-19' }))
  if (bannedUntil !== undefined) problems.push(gate('vendor_banned', { until: bannedUntil }))
  return problems
}

function gate(code: string, data: DraftProblem['data']): DraftProblem {
  return { code: `agreementDraft.problem.${code}`, data: { ...data, fix: `agreementDraft.fix.${code}` } }
}
