import { expect, test } from 'vitest'
import { readDay } from './age.ts'
import { answered, compileCondition, type Reading, type Scope } from './condition.ts'
import type { AnswerValue, Condition } from './template.ts'

const flags = [{ v: 'a', hot: true }, { v: 'b', hot: false }, { v: 'c' }]
const scope: Scope = {
  questionAt: new Map([['Q1', 0], ['Q2', 1]]),
  factAt: new Map([['known', 0], ['unknown', 1]]),
  questionOptions: [flags, flags],
  intakeOptions: new Map([['I1', flags]]),
}

function holds(condition: Condition, { own, other, intake, score = 0, on = '2026-11-24' }: {
  own?: AnswerValue; other?: AnswerValue; intake?: AnswerValue; score?: number; on?: string
}): boolean {
  const reading: Reading = {
    values: [own, other], scores: [score, 0], facts: [true, false], intake: { I1: intake }, assessedOn: readDay(on), homeCountry: 'CN',
  }
  return compileCondition(condition, scope, 0)(reading)
}

const rows = [{ place: 'CN', uses: ['a', 'b'] }, { place: 'DE' }]

test.each<[Condition, AnswerValue, boolean]>([
  [{ op: 'eq', v: 'a' }, 'a', true],
  [{ op: 'eq', v: 'a' }, 'b', false],
  [{ op: 'eq', v: 5 }, 5, true],
  [{ op: 'eq', v: 'a' }, ['a'], true],
  [{ op: 'eq', v: 'a' }, ['a', 'b'], false],
  [{ op: 'ne', v: 'a' }, 'b', true],
  [{ op: 'ne', v: 'a' }, 'a', false],
  [{ op: 'in', v: ['a', 'b'] }, 'b', true],
  [{ op: 'in', v: ['a', 'b'] }, 'c', false],
  [{ op: 'contains', v: 'a' }, ['b', 'a'], true],
  [{ op: 'contains', v: 'a' }, ['b'], false],
  [{ op: 'not_contains', v: 'a' }, ['b'], true],
  [{ op: 'not_contains', v: 'a' }, ['a'], false],
  [{ op: 'gt', v: 72 }, 72, false],
  [{ op: 'gt', v: 72 }, 72.5, true],
  [{ op: 'gte', v: 72 }, 72, true],
  [{ op: 'lt', v: 6 }, 6, false],
  [{ op: 'lt', v: 6 }, 0, true],
  [{ op: 'lte', v: 6 }, 6, true],
  [{ op: 'gt', v: '2026-01-01' }, '2026-01-02', true],
  [{ op: 'lt', v: 6 }, 'six', false],
  [{ op: 'answered' }, 0, true],
  [{ op: 'unanswered' }, 0, false],
  [{ op: 'age_months_gt', v: 12 }, '2025-11-24', false],
  [{ op: 'age_months_gt', v: 12 }, '2025-11-23', true],
  [{ op: 'age_months_lte', v: 12 }, '2025-11-24', true],
  [{ op: 'any_option_flag', flag: 'hot' }, ['c', 'a'], true],
  [{ op: 'any_option_flag', flag: 'hot' }, ['c', 'b'], false],
  [{ op: 'option_flag', flag: 'hot' }, 'a', true],
  [{ op: 'option_flag', flag: 'hot' }, 'b', false],
  [{ op: 'any_cell_in', column: 'place', v: ['DE', 'FR'] }, rows, true],
  [{ op: 'any_cell_in', column: 'uses', v: ['b'] }, rows, true],
  [{ op: 'any_cell_in', column: 'place', v: ['FR'] }, rows, false],
  [{ op: 'any_cell_not_home', column: 'place' }, rows, true],
  [{ op: 'any_cell_not_home', column: 'place' }, [{ place: 'CN' }, { place: '' }, {}], false],
])('%j of %j is %s', (condition, own, expected) => {
  expect(holds(condition, { own })).toBe(expected)
})

test.each<[Condition, boolean]>([
  [{ op: 'eq', v: 'a' }, false],
  [{ op: 'ne', v: 'a' }, false],
  [{ op: 'in', v: ['a'] }, false],
  [{ op: 'contains', v: 'a' }, false],
  [{ op: 'not_contains', v: 'a' }, false],
  [{ op: 'gt', v: 0 }, false],
  [{ op: 'lt', v: 6 }, false],
  [{ op: 'score_lt', v: 100 }, false],
  [{ op: 'age_months_gt', v: 12 }, false],
  [{ op: 'any_option_flag', flag: 'hot' }, false],
  [{ op: 'any_cell_in', column: 'place', v: ['CN'] }, false],
  [{ op: 'any_cell_not_home', column: 'place' }, false],
  [{ op: 'answered' }, false],
  [{ op: 'unanswered' }, true],
  [{ not: { op: 'eq', v: 'a' } }, true],
  [{ not: { op: 'ne', v: 'a' } }, true],
  [{ not: { op: 'unanswered' } }, false],
  [{ not: { not: { op: 'eq', v: 'a' } } }, false],
  [{ q: 'Q2', op: 'unanswered' }, true],
  [{ intake: 'I1', op: 'ne', v: 'a' }, false],
  [{ not: { intake: 'I1', op: 'contains', v: 'a' } }, true],
])('without an answer %j is %s', (condition, expected) => {
  expect(holds(condition, {})).toBe(expected)
})

test('a score is compared only where there is an answer', () => {
  expect(holds({ op: 'score_lt', v: 100 }, { own: 'a', score: 50 })).toBe(true)
  expect(holds({ op: 'score_lt', v: 100 }, { own: 'a', score: 100 })).toBe(false)
})

test('all, any, facts, other questions and the intake combine', () => {
  const seen = { own: 'a', other: 'b', intake: ['c'] }
  expect(holds({ all: [{ op: 'eq', v: 'a' }, { q: 'Q2', op: 'eq', v: 'b' }, { fact: 'known', op: 'eq', v: true }] }, seen)).toBe(true)
  expect(holds({ all: [{ op: 'eq', v: 'a' }, { fact: 'unknown', op: 'eq', v: true }] }, seen)).toBe(false)
  expect(holds({ any: [{ op: 'eq', v: 'x' }, { intake: 'I1', op: 'contains', v: 'c' }] }, seen)).toBe(true)
  expect(holds({ fact: 'unknown', op: 'eq', v: false }, seen)).toBe(true)
  expect(holds({ not: { fact: 'known', op: 'eq', v: true } }, seen)).toBe(false)
})

test('the home country is what the organisation says', () => {
  const reading = (homeCountry: string): Reading => ({
    values: [[{ place: 'DE' }]], scores: [0], facts: [], intake: {}, assessedOn: readDay('2026-11-24'), homeCountry,
  })
  const abroad = compileCondition({ op: 'any_cell_not_home', column: 'place' }, scope, 0)
  expect([abroad(reading('CN')), abroad(reading('DE'))]).toEqual([true, false])
})

test.each([[''], ['  '], ['\u3000'], ['\n\u00a0'], [[]], [undefined], [null]])('%j counts as unanswered', (value) => {
  expect(answered(value as AnswerValue)).toBeUndefined()
})

test('a name that leads nowhere is refused', () => {
  expect(() => compileCondition({ q: 'Q9', op: 'answered' }, scope)).toThrow(RangeError)
  expect(() => compileCondition({ fact: 'none', op: 'eq', v: true }, scope)).toThrow(RangeError)
  expect(() => compileCondition({ intake: 'I9', op: 'answered' }, scope)).toThrow(RangeError)
  expect(() => compileCondition({ op: 'answered' }, scope)).toThrow(RangeError)
})
