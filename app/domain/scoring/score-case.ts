import { translator } from '#app/i18n/index.ts'
import { compileTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { isRecord } from '#app/domain/questionnaires/template-shape.ts'
import type { Dimension, QuestionnaireTemplate, Severity, Tier } from '#app/domain/questionnaires/template.ts'
import { ruleIds, type Decision, type RuleId } from './decision.ts'
import { explainScore, type Say } from './explanation.ts'
import type { FloorId } from './inherent.ts'
import { caseId, readCase } from './read-case.ts'
import type { Band } from './residual.ts'
import { scoreAssessment, type Score } from './score.ts'

export { CaseProblem } from './case-problem.ts'

/** Keys and units of `expect` in scoring_examples.yaml; rules by id, each once. */
type CaseScore = {
  id?: string
  inherent: { points: Record<Dimension, number>; IR: number; floors: FloorId[]; tier: Tier; IR_eff: number }
  visible: number
  sections_bp: Record<string, number>
  CE_bp: number
  RR_h: number
  band: Band
  knockouts: string[]
  findings: { q: string; severity: Severity; pre_contract: boolean }[]
  decision: Decision
  rules: RuleId[]
  explanation: unknown
}

const chinese = translator('zh-CN')
const english = translator('en')
const say: Say = (key, data) => ({ zh: chinese.from(key, data), en: english.from(key, data) })

/**
 * Scores one case {assessment_date, intake, answers, id?, home_country?} of a file; answers as in `readCaseAnswer`.
 * Throws CaseProblem, whose message names each path and what is allowed there.
 */
export function scoreCase(template: QuestionnaireTemplate, given: unknown): CaseScore {
  const input = readCase(template, given)
  const compiled = compileTemplate(template)
  const score = scoreAssessment(compiled, input)
  const id = isRecord(given) ? caseId(given) : undefined
  return { ...(id === undefined ? {} : { id }), ...numbers(score), explanation: printed(explainScore(compiled, score, input, say)) }
}

function numbers({ inherent, visible, sections, ceBp, residual, band, knockouts, findings, decision, rules }: Score) {
  const { points, ir, floors, tier, irEff } = inherent
  return {
    inherent: { points, IR: ir, floors, tier, IR_eff: irEff },
    visible,
    sections_bp: sections,
    CE_bp: ceBp,
    RR_h: residual,
    band,
    knockouts: knockouts.map(({ knockout }) => knockout.code),
    findings: findings.map(({ question: q, severity, preContract }) => ({ q, severity, pre_contract: preContract })),
    decision,
    rules: ruleIds(rules),
  }
}

/** The names that scoring.md gives to its numbers. */
const MODEL_NAMES: Record<string, string> = { ceBp: 'CE_bp', ir: 'IR', irEff: 'IR_eff', hundredths: 'RR_h' }

/** The explanation with the keys of a file: snake_case, and the model's own names. */
function printed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printed)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [MODEL_NAMES[key] ?? snakeCase(key), printed(each)]))
}

function snakeCase(key: string): string {
  return /^[a-z]+[A-Z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key
}
