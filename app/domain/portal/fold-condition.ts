import { compileCondition, scopeOf, type Predicate, type Reading } from '#app/domain/questionnaires/condition.ts'
import type { AnswerValue, Condition, Op, QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'

/** Scores and option flags stay on the server: the vendor never sees them. */
const SERVER_ONLY: readonly Op[] = ['score_lt', 'option_flag', 'any_option_flag']

type Known = {
  template: QuestionnaireTemplate
  reading: Reading
  /** Questions whose answers can change on this page; everything else is settled. */
  open: ReadonlySet<string>
}

/**
 * Reduces a condition to what can still change on a page: facts, intake and answers given elsewhere become true or false,
 * so that a browser can go on without knowing them. `own` is the question that a bare comparison speaks of.
 */
export function foldCondition(condition: Condition, known: Known, own?: string): Condition | boolean {
  if ('all' in condition) return foldList('all', condition.all, known, own)
  if ('any' in condition) return foldList('any', condition.any, known, own)
  if ('not' in condition) {
    const part = foldCondition(condition.not, known, own)
    return typeof part === 'boolean' ? !part : { not: part }
  }
  const about = 'q' in condition ? condition.q : 'fact' in condition || 'intake' in condition ? undefined : own
  if (about === undefined || !known.open.has(about) || SERVER_ONLY.includes(condition.op)) return settle(condition, known, own)
  return 'q' in condition ? condition : { ...condition, q: about }
}

/** The questions that a folded condition still looks at. */
export function lookedAt(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(lookedAt)
  if ('any' in condition) return condition.any.flatMap(lookedAt)
  if ('not' in condition) return lookedAt(condition.not)
  return 'q' in condition ? [condition.q] : []
}

/** Turns a folded condition into a function of the page's answers. */
export function pageCondition(condition: Condition): (valueOf: (questionId: string) => AnswerValue | undefined) => boolean {
  const ids = [...new Set(lookedAt(condition))]
  const scope = { questionAt: new Map(ids.map((id, index) => [id, index])), factAt: new Map(), questionOptions: [], intakeOptions: new Map() }
  const holds: Predicate = compileCondition(condition, scope)
  return (valueOf) => holds({ values: ids.map(valueOf), scores: [], facts: [], intake: {}, assessedOn: { month: 0, day: 0 }, homeCountry: '' })
}

function foldList(kind: 'all' | 'any', parts: Condition[], known: Known, own: string | undefined): Condition | boolean {
  const ends = kind === 'any'
  const left: Condition[] = []
  for (const each of parts) {
    const part = foldCondition(each, known, own)
    if (part === ends) return ends
    if (typeof part !== 'boolean') left.push(part)
  }
  if (left.length === 0) return !ends
  return left.length === 1 && left[0] ? left[0] : kind === 'all' ? { all: left } : { any: left }
}

function settle(condition: Condition, { template, reading }: Known, own: string | undefined): boolean {
  const at = own === undefined ? undefined : template.questions.findIndex(({ id }) => id === own)
  return compileCondition(condition, scopeOf(template), at)(reading)
}
