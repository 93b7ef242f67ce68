import { compileCondition, scopeOf, type Reading } from '../questionnaires/condition.ts'
import type { IntakeAnswers, QuestionnaireTemplate } from '../questionnaires/template.ts'
import type { Holds } from './template.ts'

/** The facts of an engagement and an answer to every clause condition about it; conditions see intake and facts only. */
export function clauseConditions(questionnaire: QuestionnaireTemplate, intake: IntakeAnswers): { holds: Holds; facts: Record<string, boolean> } {
  const scope = scopeOf(questionnaire)
  const reading: Reading = { values: [], scores: [], facts: [], intake, assessedOn: { month: 0, day: 1 }, homeCountry: '' }
  for (const fact of questionnaire.facts) reading.facts.push(compileCondition(fact.when, scope)(reading))
  return {
    holds: (condition) => compileCondition(condition, scope)(reading),
    facts: Object.fromEntries(questionnaire.facts.map((fact, index) => [fact.id, reading.facts[index] ?? false])),
  }
}
