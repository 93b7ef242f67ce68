import type { CaseState } from '#app/domain/violations/case.ts'
import type { TerminationStepId } from '#app/domain/violations/termination.ts'
import type { ShownStep } from './steps-table.tsx'

/** The step to look at first: the notice while it is not out, then what is due next. */
export function currentStep(state: CaseState, steps: readonly ShownStep[]): TerminationStepId | undefined {
  if (state === 'must_terminate') return 'W-06'
  if (state !== 'terminating') return undefined
  const open = steps.filter(({ done, waived, dueAt, mandatory }) => mandatory && !done && !waived && dueAt)
  open.sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))
  return open[0]?.id
}
