import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { assurancePercent } from './assurance.ts'
import type { ExplainedQuestion, ExplainedSection } from './explanation.ts'
import type { Score } from './score.ts'

const FULL_BP = 10_000

/** Every visible question with a, e, status, w, c and the points lost, in file order. */
export function explainQuestions({ questions }: CompiledTemplate, { trace, inherent }: Score): ExplainedQuestion[] {
  const { walk: { reading, standing }, assurances, contributions } = trace
  return questions.flatMap(({ question }, index) => {
    if (standing[index] === 'hidden') return []
    const notApplicable = standing[index] === 'not_applicable'
    const status = assurances[index] ?? 'none'
    const c = notApplicable ? 0 : contributions[index] ?? 0
    return [{
      id: question.id, section: question.section, answer: reading.values[index], notApplicable,
      a: reading.scores[index] ?? 0, e: assurancePercent(status, inherent.tier), status, weight: question.weight, c,
      lost: notApplicable ? 0 : question.weight * (FULL_BP - c),
    }]
  })
}

/** Every section that counts with its sums, CE_s and share of CE. */
export function explainSections({ template }: CompiledTemplate, { trace }: Score): ExplainedSection[] {
  return trace.effectiveness.sections.flatMap(({ section, weighted, weight: questionWeight, ceBp }) => {
    const found = template.sections[section]
    if (!found) return []
    const { id, zh, en, weight } = found
    return [{ id, zh, en, weight, weighted, questionWeight, ceBp, share: weight * ceBp }]
  })
}
