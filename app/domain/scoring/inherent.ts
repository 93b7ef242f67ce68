import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { TIERS, type Dimension, type IntakeAnswers, type Tier } from '#app/domain/questionnaires/template.ts'
import { hasFact } from '#app/domain/questionnaires/visibility.ts'

export const FLOOR_IDS = ['FL-1', 'FL-2', 'FL-3', 'FL-4', 'FL-5', 'FL-6', 'FL-7'] as const
export type FloorId = (typeof FLOOR_IDS)[number]

/** Points and IR 0–100; `tier` is final, after floors and a tier that a person set. */
export type InherentRisk = {
  points: Record<Dimension, number>
  ir: number
  floors: FloorId[]
  tier: Tier
  irEff: number
}

/** The IR from which each tier starts. */
export const TIER_STARTS: Record<Tier, number> = { T1: 65, T2: 45, T3: 25, T4: 0 }

/** The most points of each dimension. */
export const DIMENSION_MAX: Record<Dimension, number> = { D1: 25, D2: 15, D3: 10, D4: 12, D5: 12, D6: 8, D7: 10, D8: 8 }

type Exposure = {
  volume: number
  customerInformation: boolean
  sensitive: boolean
  childrenOrBiometrics: boolean
  crossBorder: boolean
  critical: boolean
  sole: boolean
}

export const FLOORS: { id: FloorId; tier: Tier; applies: (exposure: Exposure) => boolean }[] = [
  { id: 'FL-1', tier: 'T1', applies: ({ sensitive, volume }) => sensitive && volume >= 1_000_000 },
  { id: 'FL-2', tier: 'T2', applies: ({ sensitive, volume }) => sensitive && volume >= 10_000 },
  { id: 'FL-3', tier: 'T2', applies: ({ volume }) => volume >= 1_000_000 },
  { id: 'FL-4', tier: 'T2', applies: ({ childrenOrBiometrics }) => childrenOrBiometrics },
  { id: 'FL-5', tier: 'T3', applies: ({ crossBorder, customerInformation }) => crossBorder && customerInformation },
  { id: 'FL-6', tier: 'T2', applies: ({ critical, sole }) => critical && sole },
  { id: 'FL-7', tier: 'T3', applies: ({ sensitive }) => sensitive },
]

/**
 * Inherent risk of an intake (scoring.md §2). `tierSetTo` is the tier that compliance set by hand (§10): it may raise
 * the tier, or lower it down to the strictest floor.
 */
export function inherentRisk(
  compiled: CompiledTemplate, intake: IntakeAnswers, facts: readonly boolean[], tierSetTo?: Tier,
): InherentRisk {
  const points = dimensionPoints(compiled, intake)
  const ir = points.D1 + points.D2 + points.D3 + points.D4 + points.D5 + points.D6 + points.D7 + points.D8
  const exposure = exposureOf(compiled, intake, facts)
  const hit = FLOORS.filter((floor) => floor.applies(exposure))
  const floorTier = hit.reduce<Tier>((tier, floor) => heavierTier(tier, floor.tier), 'T4')
  const tier = heavierTier(tierSetTo ?? tierOf(ir), floorTier)
  return { points, ir, floors: hit.map((floor) => floor.id), tier, irEff: Math.max(ir, TIER_STARTS[tier]) }
}

export function tierOf(ir: number): Tier {
  return TIERS.find((tier) => ir >= TIER_STARTS[tier]) ?? 'T4'
}

export function heavierTier(a: Tier, b: Tier): Tier {
  return a <= b ? a : b
}

function dimensionPoints(compiled: CompiledTemplate, intake: IntakeAnswers): Record<Dimension, number> {
  return {
    D1: typePoints(compiled, intake),
    D2: volumePoints(compiled, volumeOf(compiled, intake)),
    D3: operationPoints(compiled, intake),
    D4: optionPoints(compiled, intake, 'D4'),
    D5: optionPoints(compiled, intake, 'D5'),
    D6: optionPoints(compiled, intake, 'D6'),
    D7: optionPoints(compiled, intake, 'D7'),
    D8: optionPoints(compiled, intake, 'D8'),
  }
}

function typePoints(compiled: CompiledTemplate, intake: IntakeAnswers): number {
  if (countsNothing(compiled, intake)) return 0
  const { most, count } = selection(compiled, intake, 'D1')
  return count === 0 ? 0 : Math.min(DIMENSION_MAX.D1, most + Math.min(3, count - 1))
}

function operationPoints(compiled: CompiledTemplate, intake: IntakeAnswers): number {
  const { most, count } = selection(compiled, intake, 'D3')
  return count === 0 ? 0 : Math.min(DIMENSION_MAX.D3, most + count - 1)
}

function optionPoints(compiled: CompiledTemplate, intake: IntakeAnswers, dimension: Dimension): number {
  const { item, points } = compiled.dimensions[dimension]
  return points.get(String(intake[item.id])) ?? 0
}

/** The highest points among the chosen options and their number; an option named twice counts once. */
function selection(compiled: CompiledTemplate, intake: IntakeAnswers, dimension: Dimension): { most: number; count: number } {
  const { item, points } = compiled.dimensions[dimension]
  const value = intake[item.id]
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  let most = 0
  let count = 0
  for (let at = 0; at < list.length; at++) {
    const each = list.indexOf(list[at]) === at ? points.get(String(list[at])) : undefined
    if (each === undefined) continue
    most = Math.max(most, each)
    count += 1
  }
  return { most, count }
}

/** "No customer information" among the information types makes D1 zero. */
function countsNothing(compiled: CompiledTemplate, intake: IntakeAnswers): boolean {
  const { item } = compiled.dimensions.D1
  const value = intake[item.id]
  return Array.isArray(value) && (item.options ?? []).some((option) => option.exclusive && value.some((each) => each === option.v))
}

function volumeOf(compiled: CompiledTemplate, intake: IntakeAnswers): number {
  const value = intake[compiled.dimensions.D2.item.id]
  return typeof value === 'number' ? value : 0
}

function volumePoints(compiled: CompiledTemplate, volume: number): number {
  for (const band of compiled.dimensions.D2.item.bands ?? []) {
    if ('else' in band) return band.else
    if (volume <= band.lte) return band.points
  }
  return 0
}

function exposureOf(compiled: CompiledTemplate, intake: IntakeAnswers, facts: readonly boolean[]): Exposure {
  return {
    volume: volumeOf(compiled, intake),
    customerInformation: hasFact(compiled, facts, 'has_pi'),
    sensitive: hasFact(compiled, facts, 'sensitive_pi'),
    childrenOrBiometrics: hasFact(compiled, facts, 'minors') || hasFact(compiled, facts, 'biometric'),
    crossBorder: hasFact(compiled, facts, 'cross_border'),
    critical: intake[compiled.dimensions.D7.item.id] === 'critical',
    sole: intake[compiled.dimensions.D8.item.id] === 'sole',
  }
}
