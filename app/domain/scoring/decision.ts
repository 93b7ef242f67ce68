import type { Severity, Tier } from '#app/domain/questionnaires/template.ts'
import type { Band } from './residual.ts'

export const DECISIONS = ['approve', 'conditional', 'reject'] as const
export type Decision = (typeof DECISIONS)[number]

export const RULE_IDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'] as const
export type RuleId = (typeof RULE_IDS)[number]

/** A rule that fired, with the numbers it compared (basis points) and what it lowers the decision to. */
export type FiredRule =
  | { rule: 'R1' | 'R5'; lowersTo: Decision; knockouts: string[] }
  | { rule: 'R2' | 'R6'; lowersTo: Decision; band: Band }
  | { rule: 'R3'; lowersTo: Decision; ceBp: number; minimumBp: number }
  | { rule: 'R4'; lowersTo: Decision; section: string; ceBp: number; limitBp: number }
  | { rule: 'R7' | 'R8'; lowersTo: Decision; findings: string[] }

export type DecisionFacts = {
  tier: Tier
  band: Band
  ceBp: number
  /** CE_s in basis points of each section that counts, by section id. */
  sections: Readonly<Record<string, number>>
  knockouts: readonly { code: string; kind: 'hard' | 'soft' }[]
  openFindings: readonly { question: string; severity: Severity; preContract: boolean }[]
}

/** The least CE that approves, in basis points (R3). */
export const MINIMUM_CE: Record<Tier, number> = { T1: 7000, T2: 6000, T3: 5000, T4: 4000 }
const REJECT_BELOW_MINIMUM_BY = 2000

/** The sections that R4 watches at T1 and T2, in basis points. */
const CORE_SECTIONS = ['LAW', 'ACC', 'ENC', 'INC']
const CORE_REJECT = 3000
const CORE_CONDITIONAL = 5000

/** Starts with approve; every rule that fires can only lower it (scoring.md §9). */
export function decide(facts: DecisionFacts): { decision: Decision; rules: FiredRule[] } {
  const rules = [
    ...knockoutRule(facts, 'R1', 'hard', 'reject'),
    ...bandRule(facts, 'R2', ['D', 'E'], 'reject'),
    ...minimumRule(facts),
    ...sectionRule(facts),
    ...knockoutRule(facts, 'R5', 'soft', 'conditional'),
    ...bandRule(facts, 'R6', ['C'], 'conditional'),
    ...findingRule(facts, 'R7', ({ severity }) => severity === 'high' || severity === 'critical'),
    ...findingRule(facts, 'R8', ({ preContract }) => preContract),
  ]
  return { decision: rules.reduce<Decision>((decision, rule) => lowerDecision(decision, rule.lowersTo), 'approve'), rules }
}

function lowerDecision(a: Decision, b: Decision): Decision {
  return DECISIONS.indexOf(a) >= DECISIONS.indexOf(b) ? a : b
}

/** Each rule id once, in order. */
export function ruleIds(rules: readonly FiredRule[]): RuleId[] {
  return [...new Set(rules.map(({ rule }) => rule))]
}

function knockoutRule({ knockouts }: DecisionFacts, rule: 'R1' | 'R5', kind: 'hard' | 'soft', lowersTo: Decision): FiredRule[] {
  const codes = knockouts.filter((knockout) => knockout.kind === kind).map(({ code }) => code)
  return codes.length === 0 ? [] : [{ rule, lowersTo, knockouts: codes }]
}

function bandRule({ band }: DecisionFacts, rule: 'R2' | 'R6', bands: readonly Band[], lowersTo: Decision): FiredRule[] {
  return bands.includes(band) ? [{ rule, lowersTo, band }] : []
}

function minimumRule({ tier, ceBp }: DecisionFacts): FiredRule[] {
  const minimumBp = MINIMUM_CE[tier]
  if (ceBp >= minimumBp) return []
  const lowersTo = ceBp < minimumBp - REJECT_BELOW_MINIMUM_BY ? 'reject' : 'conditional'
  return [{ rule: 'R3', lowersTo, ceBp, minimumBp }]
}

function sectionRule({ tier, sections }: DecisionFacts): FiredRule[] {
  if (tier !== 'T1' && tier !== 'T2') return []
  return CORE_SECTIONS.flatMap((section): FiredRule[] => {
    const ceBp = sections[section]
    if (ceBp === undefined || ceBp >= CORE_CONDITIONAL) return []
    const rejects = ceBp < CORE_REJECT
    return [{ rule: 'R4', lowersTo: rejects ? 'reject' : 'conditional', section, ceBp, limitBp: rejects ? CORE_REJECT : CORE_CONDITIONAL }]
  })
}

function findingRule(
  { openFindings }: DecisionFacts, rule: 'R7' | 'R8', counts: (finding: DecisionFacts['openFindings'][number]) => boolean,
): FiredRule[] {
  const findings = openFindings.filter(counts).map(({ question }) => question)
  return findings.length === 0 ? [] : [{ rule, lowersTo: 'conditional', findings }]
}
