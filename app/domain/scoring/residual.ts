import { roundHalfUp } from './round-half-up.ts'

export const BANDS = ['A', 'B', 'C', 'D', 'E'] as const
export type Band = (typeof BANDS)[number]

/** The highest RR_h of each band, in hundredths (scoring.md §8). */
const BAND_ENDS: Record<Band, number> = { A: 1499, B: 2999, C: 4499, D: 5999, E: 10_000 }

/** RR_h in hundredths, 0–10000: controls remove at most 85 % of the exposure (scoring.md §8). */
export function residualRisk(irEff: number, ceBp: number): number {
  return roundHalfUp(irEff * (1_000_000 - 85 * ceBp), 10_000)
}

export function bandOf(residual: number): Band {
  return BANDS.find((band) => residual <= BAND_ENDS[band]) ?? 'E'
}
