import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { Bilingual } from '#app/domain/questionnaires/template.ts'
import type { FiredRule } from './decision.ts'
import { hundredths, type ExplainedFinding, type ExplainedKnockout, type ExplainedRule, type Explanation, type Say } from './explanation.ts'
import type { Score } from './score.ts'

type Decided = Pick<Explanation, 'knockouts' | 'findings' | 'inconsistencies' | 'decision' | 'rules'>

/** Knock-outs, findings, consistency checks, and every rule that fired with its numbers and clause ids. */
export function explainDecision(compiled: CompiledTemplate, score: Score, say: Say): Decided {
  const { template } = compiled
  const knockouts = score.knockouts.map(({ knockout, questions }): ExplainedKnockout => {
    const { code, kind, clauses, zh, en } = knockout
    return { code, kind, questions, clauses, zh, en }
  })
  const findings = score.findings.map(({ question, severity, dueDays, preContract, cause, rule }): ExplainedFinding => {
    return { question, severity, dueDays, preContract, cause, clauses: clausesOf(compiled, [question]), zh: rule.zh, en: rule.en }
  })
  return {
    knockouts, findings,
    inconsistencies: template.consistency_checks
      .filter(({ id }) => score.inconsistencies.includes(id))
      .map(({ id, zh, en }) => ({ id, zh, en })),
    decision: { id: score.decision, ...say(`scoring.decision.${score.decision}`) },
    rules: score.rules.map((rule): ExplainedRule => ({
      rule: rule.rule, lowersTo: rule.lowersTo, clauses: clausesOfRule(compiled, rule, knockouts), ...ruleText(compiled, score, rule, say),
    })),
  }
}

function ruleText({ template }: CompiledTemplate, { inherent }: Score, rule: FiredRule, say: Say): Bilingual {
  const key = `scoring.rule.${rule.rule}`
  switch (rule.rule) {
    case 'R1':
    case 'R5': return say(key, { knockouts: rule.knockouts.join(', ') })
    case 'R2':
    case 'R6': return say(key, { band: rule.band })
    case 'R3': return say(key, { ce: hundredths(rule.ceBp), minimum: hundredths(rule.minimumBp), tier: inherent.tier })
    case 'R4': {
      const section = template.sections.find(({ id }) => id === rule.section)
      const numbers = { ce: hundredths(rule.ceBp), limit: hundredths(rule.limitBp) }
      return {
        zh: say(key, { ...numbers, section: section?.zh ?? rule.section }).zh,
        en: say(key, { ...numbers, section: section?.en ?? rule.section }).en,
      }
    }
    case 'R7':
    case 'R8': return say(key, { findings: rule.findings.join(', ') })
    default: throw new RangeError(`unknown rule ${JSON.stringify(rule satisfies never)}`)
  }
}

/** The clauses behind a rule: those of its knock-outs, of its findings' questions, of its section's questions. */
function clausesOfRule(compiled: CompiledTemplate, rule: FiredRule, knockouts: readonly ExplainedKnockout[]): string[] {
  if ('knockouts' in rule) return distinct(knockouts.filter(({ code }) => rule.knockouts.includes(code)).flatMap(({ clauses }) => clauses))
  if ('findings' in rule) return clausesOf(compiled, rule.findings)
  if (!('section' in rule)) return RISK_CLAUSES
  const questions = compiled.template.questions.filter(({ section }) => section === rule.section)
  return clausesOf(compiled, questions.map(({ id }) => id))
}

/** R2, R3 and R6 look at the whole: the clauses on assessing the vendor and its security. */
const RISK_CLAUSES = ['R7.1.2', 'R7.1.3']

function clausesOf({ template }: CompiledTemplate, ids: readonly string[]): string[] {
  return distinct(template.questions.filter(({ id }) => ids.includes(id)).flatMap(({ clauses }) => clauses))
}

function distinct(list: string[]): string[] {
  return [...new Set(list)]
}
