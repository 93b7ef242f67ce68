/** What the command line asks for. */
export type Options = {
  /** Tiny sizes: says that a workload works, not how fast. */
  quick: boolean
  /** Times that each side is measured. */
  pairs: number
}

/** Our way beside its reference, measured in turn in one run. */
export type Comparison = {
  what: string
  unit: string
  ours: number[]
  reference: number[]
  referenceName: string
  /** Peak resident memory in MB of the process that did the work, where it is a process of its own. */
  peakMb?: { ours?: number; reference?: number }
  /** What was found equal on both sides. */
  checked: string
}

export type Result = { comparisons: Comparison[]; notes: string[] }

export type Workload = { name: string; about: string; run: (options: Options) => Promise<Result> }

/** A measured answer was wrong: the number says nothing and the run fails. */
class WrongAnswer extends Error {}

export function mustEqual(what: string, ours: unknown, reference: unknown) {
  const [left, right] = [JSON.stringify(ours), JSON.stringify(reference)]
  if (left !== right) throw new WrongAnswer(`${what}: ours gave ${left.slice(0, 300)}, the reference ${right.slice(0, 300)}`)
}

export function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new WrongAnswer(message)
}
