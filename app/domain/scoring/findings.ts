import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { EvidenceFinding, FindingRule, Severity } from '#app/domain/questionnaires/template.ts'
import type { Walk } from '#app/domain/questionnaires/visibility.ts'
import type { Assurance } from './assurance.ts'

/** `rule` is the template's own entry, with the text in both languages. */
export type RaisedFinding = {
  question: string
  severity: Severity
  dueDays: number
  preContract: boolean
  cause: 'answer' | 'evidence_missing' | 'evidence_stale'
  rule: FindingRule | EvidenceFinding
}

/**
 * One finding at most per visible, applicable question, in file order: the first that the answer matches; if none does,
 * the one for required evidence that is missing, or for evidence that is out of date (questionnaire.yaml conventions).
 */
export function raisedFindings(
  { template, questions }: CompiledTemplate, { outcomes }: Walk, assurances: readonly Assurance[],
): RaisedFinding[] {
  const { evidence_missing_finding: missing, evidence_stale_finding: stale } = template.conventions
  const raised: RaisedFinding[] = []
  for (let index = 0; index < outcomes.length; index++) {
    const matched = outcomes[index]?.finding
    const assurance = assurances[index]
    if (matched === undefined && assurance !== 'missing' && assurance !== 'stale') continue
    const id = questions[index]?.id ?? ''
    if (matched) raised.push(findingOf(id, 'answer', matched))
    else if (assurance === 'missing') raised.push(findingOf(id, 'evidence_missing', missing))
    else raised.push(findingOf(id, 'evidence_stale', stale))
  }
  return raised
}

/** The calendar date by which a finding must be closed; counted from the submission review (questionnaire.yaml `findings`). */
export function findingDueOn(finding: Pick<RaisedFinding, 'dueDays'>, reviewedOn: string): string {
  return addDays(reviewedOn, finding.dueDays)
}

/** The key that keeps a finding single: one per question per assessment. */
export function findingKey(assessmentId: string, questionId: string): string {
  return `${assessmentId}:${questionId}`
}

function findingOf(question: string, cause: RaisedFinding['cause'], rule: FindingRule | EvidenceFinding): RaisedFinding {
  const preContract = 'pre_contract' in rule && rule.pre_contract
  return { question, severity: rule.severity, dueDays: rule.due_days, preContract, cause, rule }
}
