import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { DIMENSIONS, type IntakeAnswers } from '#app/domain/questionnaires/template.ts'
import type { ExplainedDimension, ExplainedOption, Explanation, Say } from './explanation.ts'
import { DIMENSION_MAX, type InherentRisk } from './inherent.ts'
import type { ScoreInput } from './score.ts'

/** Intake points with the labels of the chosen options, every floor that applies, and the tier. */
export function explainInherent(compiled: CompiledTemplate, inherent: InherentRisk, input: ScoreInput, say: Say): Explanation['inherent'] {
  const { ir, irEff, tier } = inherent
  return {
    dimensions: DIMENSIONS.map((id): ExplainedDimension => {
      const { item } = compiled.dimensions[id]
      const number = input.intake[item.id]
      return {
        id, item: item.id, ...say(`scoring.dimension.${id}`), points: inherent.points[id], max: DIMENSION_MAX[id],
        chosen: chosenOptions(compiled, id, input.intake),
        ...(typeof number === 'number' ? { number } : {}),
      }
    }),
    ir,
    floors: inherent.floors.map((id) => ({ id, ...say(`scoring.floor.${id}`) })),
    tier: { id: tier, setByHand: input.tierSetTo !== undefined, ...say(`common.tier.${tier}`) },
    irEff,
  }
}

function chosenOptions(compiled: CompiledTemplate, id: ExplainedDimension['id'], intake: IntakeAnswers): ExplainedOption[] {
  const { item } = compiled.dimensions[id]
  const value = intake[item.id]
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return (item.options ?? []).filter(({ v }) => list.includes(v)).map(({ v, zh, en, points = 0 }) => ({ v, zh, en, points }))
}
