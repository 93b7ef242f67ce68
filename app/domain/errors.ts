export type ProblemCode = 'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'gone' | 'too-many'
export type ProblemData = Record<string, string | number | boolean | undefined>

/** A problem at one field of a form or file: `key` is a message key, `data` its values. */
export type FieldProblem = { field: string; key: string; data?: ProblemData }

/** An expected refusal. `key` is a message key that a person can read in both languages; app/http turns `code` into a status. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly key: string
  readonly data: ProblemData
  readonly fields: FieldProblem[]

  constructor(code: ProblemCode, key: string, data: ProblemData = {}, fields: FieldProblem[] = []) {
    super(`${code}: ${key}`)
    this.name = 'Problem'
    this.code = code
    this.key = key
    this.data = data
    this.fields = fields
  }
}
