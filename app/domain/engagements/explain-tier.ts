import { FLOORS, heavierTier, tierOf, TIER_STARTS, type FloorId, type InherentRisk } from '#app/domain/scoring/inherent.ts'
import type { Tier } from '#app/domain/questionnaires/template.ts'

/** Why a tier is what it is: by its points alone, or raised by the floors that ask for it. */
type TierReason = { kind: 'points'; start: number } | { kind: 'floor'; from: Tier; floors: FloorId[] }

/** scoring.md §2: floors raise a tier and never lower it; every floor that raised it is named. */
export function explainTier({ ir, floors, tier }: Pick<InherentRisk, 'ir' | 'floors' | 'tier'>): TierReason {
  const byPoints = tierOf(ir)
  if (byPoints === tier) return { kind: 'points', start: TIER_STARTS[tier] }
  const raising = FLOORS.filter((floor) => floors.includes(floor.id) && heavierTier(floor.tier, tier) === floor.tier).map(({ id }) => id)
  return { kind: 'floor', from: byPoints, floors: raising }
}

/** The tier that a floor asks for, and whether it made a difference to what the points say. */
export function floorEffect(id: FloorId, ir: number): { tier: Tier; raises: boolean } {
  const tier = FLOORS.find((floor) => floor.id === id)?.tier ?? 'T4'
  return { tier, raises: tier < tierOf(ir) }
}
