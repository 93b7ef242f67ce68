import { describe, expect, test } from 'vitest'
import { completeBlockers, STEPS_BY_ACT, waiveBlockers } from './step-owners.ts'
import { supplyChoices } from './supply-choices.ts'
import { type StepRecord, TERMINATION_STEPS, type TerminationStepId } from './termination.ts'

const done = (...ids: TerminationStepId[]): StepRecord[] => ids.map((id) => ({ id, doneAt: new Date(0) }))

describe('who may record a step', () => {
  test.each([
    ['W-05', 'security', []],
    ['W-05', 'legal', ['not_the_owner']],
    ['W-15', 'legal', []],
    ['W-09', 'business_owner', []],
    ['W-09', 'procurement', []],
    ['W-11', 'procurement', ['not_the_owner']],
    ['W-03', 'security', ['not_the_owner']],
  ] as const)('%s by %s', (id, role, expected) => {
    expect(completeBlockers(id, [], [role])).toEqual(expected)
  })

  test('compliance records every step that the product does not settle, in its order', () => {
    for (const { id } of TERMINATION_STEPS) {
      const expected = id in STEPS_BY_ACT ? ['by_itself'] : id === 'W-12' || id === 'W-13' ? ['waits'] : []
      expect([id, completeBlockers(id, [], ['compliance'])]).toEqual([id, expected])
    }
    expect(completeBlockers('W-12', done('W-11'), ['compliance'])).toEqual([])
    expect(completeBlockers('W-13', done('W-12'), ['compliance'])).toEqual([])
    expect(completeBlockers('W-03', done('W-03'), ['compliance'])).toEqual(['settled'])
  })

  test('a waived step counts as settled for what waits on it', () => {
    expect(completeBlockers('W-12', [{ id: 'W-11', waiverReason: 'The law asks to keep it.' }], ['compliance'])).toEqual([])
  })
})

test.each(['W-12', 'W-13', 'W-14', 'W-17', 'W-01', 'W-06'] as const)('%s is never waived', (id) => {
  expect(waiveBlockers(id, done('W-11'))).toContain('never_waived')
})

test.each(['W-02', 'W-07', 'W-09', 'W-11', 'W-16'] as const)('%s may be waived while it is open', (id) => {
  expect(waiveBlockers(id, [])).toEqual([])
  expect(waiveBlockers(id, done(id))).toEqual(['settled'])
})

test.each([
  ['critical', { suspended: true, suspendedByPerson: false }, ['keep', 'lift']],
  ['critical', { suspended: true, suspendedByPerson: true }, ['keep']],
  ['high', { suspended: false, suspendedByPerson: false }, ['suspend', 'keep']],
  ['medium', { suspended: false, suspendedByPerson: false }, ['keep', 'suspend']],
] as const)('triage of %s severity with %j offers %j', (severity, vendor, choices) => {
  expect(supplyChoices(severity, vendor)).toEqual(choices)
})
