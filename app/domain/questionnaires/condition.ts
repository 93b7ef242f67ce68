import { isWithinMonths, type Day } from './age.ts'
import type { AnswerValue, Comparison, Condition, IntakeAnswers, QuestionnaireTemplate, TableCell, TableRow } from './template.ts'

/** What a condition can see. A hidden or unanswered question has no value. Arrays run in file order. */
export type Reading = {
  values: (AnswerValue | undefined)[]
  scores: number[]
  facts: boolean[]
  intake: IntakeAnswers
  assessedOn: Day
  homeCountry: string
}

export type Predicate = (reading: Reading) => boolean

type Flagged = readonly ({ v: string } & Record<string, unknown>)[]

/** Where the names in a condition lead. */
export type Scope = {
  questionAt: ReadonlyMap<string, number>
  factAt: ReadonlyMap<string, number>
  questionOptions: readonly (Flagged | undefined)[]
  intakeOptions: ReadonlyMap<string, Flagged>
}

type Subject = { value: (reading: Reading) => AnswerValue | undefined; score: (reading: Reading) => number; options: Flagged }

/**
 * Turns a condition (questionnaire.yaml `conditions`) into a function. `own` is the index of the question that a bare
 * {op, v} speaks of. A comparison with an unanswered question is false, `unanswered` is true; `not` negates that result.
 * Throws RangeError for a name that the template does not have.
 */
export function compileCondition(condition: Condition, scope: Scope, own?: number): Predicate {
  if ('all' in condition) {
    const parts = condition.all.map((part) => compileCondition(part, scope, own))
    return (reading) => parts.every((part) => part(reading))
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => compileCondition(part, scope, own))
    return (reading) => parts.some((part) => part(reading))
  }
  if ('not' in condition) {
    const part = compileCondition(condition.not, scope, own)
    return (reading) => !part(reading)
  }
  if ('fact' in condition) {
    const at = indexOf(scope.factAt, condition.fact)
    const wanted = condition.v
    return (reading) => reading.facts[at] === wanted
  }
  if ('q' in condition) return compileComparison(condition, questionSubject(scope, indexOf(scope.questionAt, condition.q)))
  if ('intake' in condition) return compileComparison(condition, intakeSubject(scope, condition.intake))
  if (own === undefined) throw new RangeError('a comparison without q, intake or fact has no answer to look at')
  return compileComparison(condition, questionSubject(scope, own))
}

export function scopeOf(template: QuestionnaireTemplate): Scope {
  return {
    questionAt: new Map(template.questions.map((question, index) => [question.id, index])),
    factAt: new Map(template.facts.map((fact, index) => [fact.id, index])),
    questionOptions: template.questions.map((question) => question.options),
    intakeOptions: new Map(template.intake.items.map((item) => [item.id, item.options ?? []])),
  }
}

/** The value itself, or undefined for what counts as unanswered: nothing, blank text, an empty list. */
export function answered(value: AnswerValue | null | undefined): AnswerValue | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return startsVisibly(value) || value.trim() !== '' ? value : undefined
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

/** Codes of options and dates start with a visible ASCII character; that saves a re-scoring millions of trims. */
function startsVisibly(text: string): boolean {
  const first = text.charCodeAt(0)
  return first > 0x20 && first < 0x7f
}

function questionSubject(scope: Scope, at: number): Subject {
  return {
    value: (reading) => reading.values[at],
    score: (reading) => reading.scores[at] ?? 0,
    options: scope.questionOptions[at] ?? [],
  }
}

function intakeSubject(scope: Scope, id: string): Subject {
  const options = scope.intakeOptions.get(id)
  if (!options) throw new RangeError(`no intake item ${id}`)
  return { value: (reading) => answered(reading.intake[id]), score: () => 0, options }
}

function compileComparison(comparison: Comparison, { value, score, options }: Subject): Predicate {
  if (comparison.op === 'answered') return (reading) => value(reading) !== undefined
  if (comparison.op === 'unanswered') return (reading) => value(reading) === undefined
  if (comparison.op === 'score_lt') {
    const limit = Number(comparison.v)
    return (reading) => value(reading) !== undefined && score(reading) < limit
  }
  const holds = compareValue(comparison, options)
  return (reading) => {
    const found = value(reading)
    return found !== undefined && holds(found, reading)
  }
}

type ValueTest = (value: AnswerValue, reading: Reading) => boolean

function compareValue(comparison: Comparison, options: Flagged): ValueTest {
  const { op, v, column = '', flag = '' } = comparison
  const list: readonly unknown[] = Array.isArray(v) ? v : [v]
  const flagged = new Set(options.filter((option) => option[flag] === true).map((option) => option.v))
  switch (op) {
    case 'eq': return (value) => isExactly(value, list)
    case 'ne': return (value) => !isExactly(value, list)
    case 'in': return (value) => (Array.isArray(value) ? value.every((each) => list.includes(each)) : list.includes(value))
    case 'contains': return (value) => elements(value).some((each) => list.includes(each))
    case 'not_contains': return (value) => !elements(value).some((each) => list.includes(each))
    case 'gt': return ordered(v, (order) => order > 0)
    case 'gte': return ordered(v, (order) => order >= 0)
    case 'lt': return ordered(v, (order) => order < 0)
    case 'lte': return ordered(v, (order) => order <= 0)
    case 'age_months_lte': return (value, { assessedOn }) => typeof value === 'string' && isWithinMonths(value, Number(v), assessedOn)
    case 'age_months_gt': return (value, { assessedOn }) => typeof value === 'string' && !isWithinMonths(value, Number(v), assessedOn)
    case 'any_option_flag':
    case 'option_flag': return (value) => elements(value).some((each) => flagged.has(String(each)))
    case 'any_cell_in': return (value) => anyCell(value, column, (cell) => elements(cell).some((each) => list.includes(each)))
    case 'any_cell_not_home': return (value, { homeCountry }) => anyCell(value, column, (cell) => cell !== homeCountry)
    case 'answered':
    case 'unanswered':
    case 'score_lt': throw new RangeError(`${op} does not compare a value`)
    default: throw new RangeError(`unknown op ${String(op satisfies never)}`)
  }
}

/** One value equals one value; a list equals a list with the same members, in any order, however often each is named. */
function isExactly(value: AnswerValue, list: readonly unknown[]): boolean {
  if (!Array.isArray(value)) return list.length === 1 && value === list[0]
  const found: readonly unknown[] = value
  return found.every((each) => list.includes(each)) && list.every((each) => found.includes(each))
}

/** Numbers against numbers, dates (ISO text) against dates; anything else never holds. */
function ordered(limit: unknown, holds: (order: number) => boolean): ValueTest {
  return (value) => {
    if (typeof value === 'number' && typeof limit === 'number') return holds(value - limit)
    if (typeof value === 'string' && typeof limit === 'string') return holds(value < limit ? -1 : Number(value > limit))
    return false
  }
}

function elements(value: AnswerValue): readonly (TableCell | TableRow)[] {
  return Array.isArray(value) ? value : [value]
}

/** Looks at the filled cells of one column. */
function anyCell(value: AnswerValue, column: string, holds: (cell: TableCell) => boolean): boolean {
  if (!Array.isArray(value)) return false
  for (const row of value) {
    const cell = typeof row === 'string' ? undefined : row[column]
    if (cell !== undefined && answered(cell) !== undefined && holds(cell)) return true
  }
  return false
}

function indexOf(index: ReadonlyMap<string, number>, name: string): number {
  const at = index.get(name)
  if (at === undefined) throw new RangeError(`no ${name} in this template`)
  return at
}
