import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { roundHalfUp } from './round-half-up.ts'

/** One section's sums: CE_s = round_half_up(weighted / weight), in basis points. */
type SectionScore = { section: number; weighted: number; weight: number; ceBp: number }

export type Effectiveness = { sections: SectionScore[]; ceBp: number }

const NO_QUESTION = { weight: 0, section: 0 }

/**
 * Control effectiveness in basis points (scoring.md §6). `contributions` holds c = a × e of each question in file order,
 * or -1 for one that does not count. A section without a counted question of weight > 0 drops out; no section gives 0.
 */
export function effectivenessOf({ template, questions }: CompiledTemplate, contributions: readonly number[]): Effectiveness {
  const weighted = template.sections.map(() => 0)
  const weight = template.sections.map(() => 0)
  for (let index = 0; index < questions.length; index++) {
    const { weight: own, section } = questions[index] ?? NO_QUESTION
    const contribution = contributions[index] ?? -1
    if (contribution < 0 || own === 0) continue
    weighted[section] = (weighted[section] ?? 0) + own * contribution
    weight[section] = (weight[section] ?? 0) + own
  }
  const sections: SectionScore[] = []
  let total = 0
  let totalWeight = 0
  for (let section = 0; section < template.sections.length; section++) {
    const share = template.sections[section]?.weight ?? 0
    const sum = weighted[section] ?? 0
    const of = weight[section] ?? 0
    if (of === 0) continue
    const ceBp = roundHalfUp(sum, of)
    sections.push({ section, weighted: sum, weight: of, ceBp })
    total += share * ceBp
    totalWeight += share
  }
  return { sections, ceBp: totalWeight === 0 ? 0 : roundHalfUp(total, totalWeight) }
}
