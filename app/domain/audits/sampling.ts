import type { Tier } from './due-dates.ts'

/** Sample sizes by population (audit.yaml sampling.table_A); up to 10 everything is looked at. */
const TABLE_A = [
  { upTo: 10, sample: 10 },
  { upTo: 50, sample: 10 },
  { upTo: 250, sample: 20 },
  { upTo: 1000, sample: 30 },
  { upTo: Infinity, sample: 40 },
] as const

/** How many of `population` to look at: half as many again for T1, doubled once after an exception, never more than there are. */
export function sampleSize(lot: { population: number; tier: Tier; exceptionFound?: boolean }): number {
  const base = TABLE_A.find((row) => lot.population <= row.upTo)?.sample ?? 0
  const forTier = lot.tier === 'T1' ? Math.ceil(base * 1.5) : base
  return Math.min(lot.population, lot.exceptionFound ? forTier * 2 : forTier)
}

/**
 * The indices of a sample, ascending. The same seed always gives the same sample, and a larger one contains the smaller,
 * so doubling after an exception only adds (audit.yaml sampling.adjust).
 */
export function selectSample(lot: { population: number; size: number; seed: string }): number[] {
  const order = shuffled(Array.from({ length: lot.population }, (_, index) => index), lot.seed)
  return order.slice(0, lot.size).sort((a, b) => a - b)
}

const LARGEST_POPULATION = 1_000_000

/** The numbers, from 1, of an audit's sample; undefined for a population that is no whole number from 1 to a million. */
export function drawSample(lot: { population: number; tier: Tier; exceptionFound?: boolean; seed: string }): { population: number; numbers: number[] } | undefined {
  const { population, seed } = lot
  if (!Number.isInteger(population) || population < 1 || population > LARGEST_POPULATION) return undefined
  return { population, numbers: selectSample({ population, size: sampleSize(lot), seed }).map((index) => index + 1) }
}

interface LogRowTraits {
  actorId: string
  purpose: string
  isAfterHours: boolean
  isExport: boolean
}

/** The indices of sampled log rows: all after-hours and export rows, then in turn from each actor and purpose (audit.yaml sampling.adjust). */
export function selectLogRows(rows: readonly LogRowTraits[], size: number, seed: string): number[] {
  const chosen = rows.flatMap((row, index) => (row.isAfterHours || row.isExport ? [index] : []))
  const always = new Set(chosen)
  const strata = new Map<string, number[]>()
  for (const index of shuffled(rows.map((_, index) => index), seed)) {
    const row = rows[index]
    if (!row || always.has(index)) continue
    const stratum = JSON.stringify([row.actorId, row.purpose])
    const indices = strata.get(stratum) ?? []
    indices.push(index)
    strata.set(stratum, indices)
  }
  const rest = inTurn([...strata.values()])
  return [...chosen, ...rest.slice(0, Math.max(0, size - chosen.length))].sort((a, b) => a - b)
}

/** First the first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly number[])[]): number[] {
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0)
  return Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat()
}

function shuffled(items: readonly number[], seed: string): number[] {
  const next = numbersFrom(seed)
  const order = [...items]
  for (let left = order.length - 1; left > 0; left--) {
    const pick = Math.floor(next() * (left + 1))
    const [a, b] = [order[left], order[pick]]
    if (a !== undefined && b !== undefined) [order[left], order[pick]] = [b, a]
  }
  return order
}

/** Fractions in [0, 1) from a text: FNV-1a seeds mulberry32. Fixed for good, since stored seeds must give their samples again. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
