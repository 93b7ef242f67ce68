import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionEnd } from './session.ts'

const at = (iso: string) => new Date(iso)
const createdAt = at('2026-11-24T02:00:00Z')

test.each([
  ['2026-11-24T02:00:00Z', '2026-11-25T02:00:00.000Z'],
  ['2026-11-29T20:00:00Z', '2026-11-30T20:00:00.000Z'],
  ['2026-12-01T01:59:00Z', '2026-12-01T02:00:00.000Z'],
])('used at %s it ends at %s', (now, end) => {
  expect(sessionEnd({ createdAt, now: at(now) }).toISOString()).toBe(end)
})

test('however often it is used, it never outlives seven days', () => {
  fc.assert(fc.property(fc.nat(30 * 86_400), (seconds) => sessionEnd({ createdAt, now: new Date(createdAt.getTime() + seconds * 1000) }).getTime() <= createdAt.getTime() + 7 * 86_400_000))
})
