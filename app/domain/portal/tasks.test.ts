import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesFor, nextSection, tasksOf } from './tasks.ts'

const progress = (...sections: [string, number, number][]) => ({
  sections: sections.map(([id, answered, questions]) => ({ id, answered, questions })),
  gaps: [],
  answered: 0,
  questions: 0,
})

test('a section is complete, begun or not started, and waits for the person it was handed to until it is complete', () => {
  const tasks = tasksOf({ progress: progress(['GOV', 5, 5], ['LAW', 0, 4], ['ACC', 2, 9]), labels: { GOV: 'Governance' }, assignees: { GOV: 'Li Na', ACC: 'Li Na' } })
  expect(tasks.map(({ label, state, waitingFor }) => [label, state, waitingFor])).toEqual([
    ['Governance', 'complete', undefined],
    ['LAW', 'not_started', undefined],
    ['ACC', 'some', 'Li Na'],
  ])
})

test('from a section it goes on to the next open one, then back to the first, and ends when all is answered', () => {
  const some = progress(['A', 0, 1], ['B', 1, 1], ['C', 0, 2])
  expect([nextSection(some), nextSection(some, 'A'), nextSection(some, 'C'), nextSection(some, 'B')]).toEqual(['A', 'C', 'A', 'C'])
  expect(nextSection(progress(['A', 0, 1], ['B', 1, 1]), 'A')).toBeUndefined()
  expect(nextSection(progress(['A', 1, 1]))).toBeUndefined()
})

test('minutes are whole steps of five, never fewer for more questions', () => {
  expect([minutesFor(1), minutesFor(6), minutesFor(57)]).toEqual([5, 10, 90])
  fc.assert(fc.property(fc.nat(300), fc.nat(300), (a, b) => minutesFor(Math.max(a, b)) >= minutesFor(Math.min(a, b)) && minutesFor(a) % 5 === 0))
})
