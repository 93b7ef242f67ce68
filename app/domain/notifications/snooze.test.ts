import { expect, test } from 'vitest'
import { maySnooze, snoozeUntil, withoutSnoozers } from './snooze.ts'

test('info and warning may be snoozed, high and critical not', () => {
  expect((['info', 'warning', 'high', 'critical'] as const).map((severity) => maySnooze({}, { severity }))).toEqual([true, true, false, false])
})

test('nothing of an alert or a stage that can never be muted', () => {
  expect(maySnooze({ mutable: false }, { severity: 'info' })).toBe(false)
  expect(maySnooze({}, { severity: 'info', mutable: false })).toBe(false)
})

test('seven days at most', () => {
  const now = new Date('2027-03-01T01:00:00Z')
  expect(snoozeUntil(now, 7)).toEqual(new Date('2027-03-08T01:00:00Z'))
  for (const days of [0, 8, 1.5, -1]) expect(() => snoozeUntil(now, days)).toThrow(RangeError)
})

test('a rest ends at its instant', () => {
  const people = [{ id: 'chen', kind: 'member' as const }, { id: 'li', kind: 'member' as const }]
  const until = new Date('2027-03-08T01:00:00Z')
  expect(withoutSnoozers(people, [{ id: 'li', until }], new Date('2027-03-08T00:59:59Z'))).toEqual([people[0]])
  expect(withoutSnoozers(people, [{ id: 'li', until }], until)).toEqual(people)
})
