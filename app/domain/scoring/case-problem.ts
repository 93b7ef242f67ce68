import { translator } from '#app/i18n/index.ts'
import type { AnswerProblem } from '#app/domain/questionnaires/answer.ts'
import type { AnswerValue } from '#app/domain/questionnaires/template.ts'

export type CaseFault = { path: string; message: string }

/** Collects everything wrong with a case before it is refused. */
export type Fault = (path: string, message: string) => void

const english = translator('en')

/** A case that cannot be scored: each line of the message names a path in the case and says what is allowed there. */
export class CaseProblem extends Error {
  readonly faults: CaseFault[]

  constructor(faults: CaseFault[], caseId?: string) {
    const lines = faults.map(({ path, message }) => `${path}: ${message}`)
    super((caseId === undefined ? lines : lines.map((line) => `${caseId}: ${line}`)).join('\n'))
    this.name = 'CaseProblem'
    this.faults = faults
  }
}

/** A case may be unfinished: an empty cell, or a scenario outside the chosen scope, scores as it is. */
const UNFINISHED: readonly AnswerProblem['code'][] = ['answer.cell_required', 'answer.not_chosen']

/** Reports an answer problem as an English sentence, with the row and column it is about. */
export function reportProblem(fault: Fault, path: string, { code, data, row, column }: AnswerProblem): void {
  if (UNFINISHED.includes(code)) return
  const cell = `${row === undefined ? '' : `[${row}]`}${column === undefined ? '' : `.${column}`}`
  fault(path + cell, english.from(code, data))
}

/** The file's value as it stands; the checks after this say whether it fits. */
export function valueFrom(given: unknown): AnswerValue | undefined {
  return given === null || given === undefined ? undefined : (given as AnswerValue) // checked against its question next
}
