import { lighterSeverity, raisedSeverity, type Severity } from '#app/domain/violations/severity.ts'

export const OUTCOMES = ['conform', 'observation', 'minor', 'major', 'critical', 'not_applicable', 'not_tested'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What an outcome is worth and the finding it makes (audit.yaml outcomes); no score means left out of the formula. */
export const OUTCOME_RULES: Record<Outcome, { score?: number; finding?: Severity }> = {
  conform: { score: 100 },
  observation: { score: 90, finding: 'low' },
  minor: { score: 60, finding: 'medium' },
  major: { score: 20, finding: 'high' },
  critical: { score: 0, finding: 'critical' },
  not_applicable: {},
  not_tested: { score: 0 },
}

export const CHECK_WEIGHTS = { critical: 5, high: 3, medium: 2, low: 1 } as const satisfies Record<Severity, number>

/** From best to worst, each with the least score it needs (audit.yaml audit_score.grades). */
export const GRADES = [
  { grade: 'A', min: 90 },
  { grade: 'B', min: 75 },
  { grade: 'C', min: 60 },
  { grade: 'D', min: 0 },
] as const
export type Grade = (typeof GRADES)[number]['grade']

export interface CheckResult {
  checkId: string
  failSeverity: Severity
  outcome: Outcome
  /** A test that failed to happen through the company's own doing does not count against the vendor. */
  causedByCompany?: boolean
}

/** The weighted score 0–100, rounded half up, and its grade with caps; undefined when nothing counted (audit.yaml audit_score). */
export function auditScore(results: readonly CheckResult[]): { score: number; grade: Grade } | undefined {
  const counted = results.filter((result) => outcomeScore(result) !== undefined)
  const weights = counted.reduce((sum, result) => sum + CHECK_WEIGHTS[result.failSeverity], 0)
  if (!weights) return undefined
  const points = counted.reduce((sum, result) => sum + CHECK_WEIGHTS[result.failSeverity] * (outcomeScore(result) ?? 0), 0)
  const score = Math.floor((2 * points + weights) / (2 * weights))
  return { score, grade: gradeOf(score, results) }
}

function outcomeScore(result: CheckResult): number | undefined {
  if (result.outcome === 'not_tested' && result.causedByCompany) return undefined
  return OUTCOME_RULES[result.outcome].score
}

function gradeOf(score: number, results: readonly CheckResult[]): Grade {
  if (results.some((result) => result.outcome === 'critical')) return 'D'
  const grade = GRADES.find((step) => score >= step.min)?.grade ?? 'D'
  const majorOnCritical = results.some((result) => result.outcome === 'major' && result.failSeverity === 'critical')
  return majorOnCritical && (grade === 'A' || grade === 'B') ? 'C' : grade
}

/** A non-conformity: it needs evidence and a plan from the vendor. */
export function outcomeFails(outcome: Outcome): boolean {
  return outcome === 'minor' || outcome === 'major' || outcome === 'critical'
}

/**
 * Severity of the finding an outcome makes: the lighter of the outcome's level and the check's, critical always critical,
 * one level up when the same check failed in the audit before; undefined when there is none (audit.yaml finding_rules).
 */
export function findingSeverity(result: Pick<CheckResult, 'outcome' | 'failSeverity'>, previous?: Outcome): Severity | undefined {
  const level = OUTCOME_RULES[result.outcome].finding
  if (!level) return undefined
  if (result.outcome === 'critical') return 'critical'
  const severity = lighterSeverity(level, result.failSeverity)
  const failedAgain = outcomeFails(result.outcome) && previous !== undefined && outcomeFails(previous)
  return failedAgain ? raisedSeverity(severity) : severity
}

/** A critical outcome opens a suspected violation (audit.yaml outcomes). */
export function opensSuspectedViolation(outcome: Outcome): boolean {
  return outcome === 'critical'
}

interface RecordedResult {
  checkId: string
  outcome: Outcome
  evidenceCount: number
  reason?: string
}

/** What still keeps a draft report from being written: checks without an outcome, failures without evidence, reasons left out. */
export function reportGaps(checkIds: readonly string[], results: readonly RecordedResult[]) {
  const byCheck = new Map(results.map((result) => [result.checkId, result]))
  const needsReason = (outcome: Outcome) => outcome === 'not_applicable' || outcome === 'not_tested'
  const recorded = checkIds.flatMap((id) => byCheck.get(id) ?? [])
  const ids = (missing: RecordedResult[]) => missing.map((result) => result.checkId)
  return {
    withoutOutcome: checkIds.filter((id) => !byCheck.has(id)),
    withoutEvidence: ids(recorded.filter((result) => outcomeFails(result.outcome) && result.evidenceCount < 1)),
    withoutReason: ids(recorded.filter((result) => needsReason(result.outcome) && !result.reason?.trim())),
  }
}
