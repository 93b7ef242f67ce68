import type { Comparison, Options } from './workload.ts'

type Sides = Omit<Comparison, 'ours' | 'reference'> & {
  /** One measurement, in `unit`. */
  ours: () => Promise<number>
  reference: () => Promise<number>
}

/** Measures both sides once to warm up, then in the order ABBA, so that what drifts in the machine meets both alike. */
export async function inTurn({ pairs }: Pick<Options, 'pairs'>, { ours, reference, ...rest }: Sides): Promise<Comparison> {
  await ours()
  await reference()
  const measured: { ours: number[]; reference: number[] } = { ours: [], reference: [] }
  for (let pair = 0; pair < pairs; pair++) {
    for (const side of pair % 2 === 0 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const)) {
      measured[side].push(await (side === 'ours' ? ours : reference)())
    }
  }
  return { ...rest, ...measured }
}

/** Milliseconds of one call, as the mean over `times` calls one after the other. */
export async function millisecondsEach(times: number, work: () => unknown): Promise<number> {
  const began = performance.now()
  for (let done = 0; done < times; done++) await work()
  return (performance.now() - began) / times
}

/** Things a second, for work that does `count` of them. */
export async function perSecond(count: number, work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return (count * 1000) / (performance.now() - began)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
