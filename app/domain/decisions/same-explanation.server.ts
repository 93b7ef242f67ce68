import { isDeepStrictEqual } from 'node:util'
import type { Explanation } from '../scoring/explanation.ts'

/**
 * Whether every answer, verdict and figure is still the one that a proposal was made from. The day itself may pass, and with
 * it the dates that a loss recommends. `then` is the explanation as it was stored.
 */
export function sameExplanation(now: Explanation, then: unknown): boolean {
  return isDeepStrictEqual(plain(now), plain(then))
}

/** As the database keeps it: no undefined, keys in any order. */
function plain(value: unknown): object {
  const stored = JSON.parse(JSON.stringify(value)) as object // an explanation, by the one caller
  return { ...stored, assessmentDate: undefined, losses: undefined }
}
