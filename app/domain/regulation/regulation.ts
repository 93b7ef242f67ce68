const MECHANISM_KINDS = [
  'questionnaire_question',
  'scoring_knockout',
  'dpa_clause',
  'audit_check',
  'calendar_job',
  'notifier_rule',
  'access_log_rule',
  'platform_control',
] as const
export type MechanismKind = (typeof MECHANISM_KINDS)[number]

export type ClauseTemplate = {
  id: string
  path: string
  title_zh: string
  title_en: string
  duty_zh: string
  duty_en: string
  bearer: 'company' | 'vendor' | 'both'
  kind?: 'preamble'
  note?: string
  mechanisms: { kind: MechanismKind; refs: string[] }[]
  violations?: string[]
}
export type RegulationTemplate = { clauses: ClauseTemplate[] }
type RegulationProblem = { path: (string | number)[]; message: string }

/** Faults of the regulation file: a clause without an enforcing mechanism, a duty in one language only, an id twice. */
export function checkRegulation({ clauses }: RegulationTemplate): RegulationProblem[] {
  const seen = new Set<string>()
  return clauses.flatMap((clause, index) => {
    const at = (field: string, message: string) => ({ path: ['clauses', index, field], message: `${clause.id}: ${message}` })
    const problems = [
      !/^R[1-8]\.(0|[1-9]\.[1-9])$/.test(clause.id) && at('id', 'an id is R<chapter>.<section>.<item>, or R<chapter>.0'),
      seen.has(clause.id) && at('id', 'this id is used twice'),
      (['title_zh', 'title_en', 'duty_zh', 'duty_en'] as const).find((field) => !clause[field]?.trim()),
      !['company', 'vendor', 'both'].includes(clause.bearer) && at('bearer', 'the bearer is company, vendor or both'),
      !(clause.mechanisms?.length > 0) && at('id', 'nothing enforces this clause'),
      clause.mechanisms?.some(({ kind, refs }) => !MECHANISM_KINDS.includes(kind) || !(refs?.length > 0)) && at('mechanisms', 'each mechanism has a known kind and names what it is'),
    ]
    seen.add(clause.id)
    return problems.flatMap((problem) => (typeof problem === 'string' ? [at('id', `${problem} is missing`)] : problem ? [problem] : []))
  })
}
