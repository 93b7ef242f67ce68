import { expect, test } from 'vitest'
import { reasonIsTooShort } from './reason.ts'

test.each([
  ['', true],
  ['x'.repeat(29), true],
  ['x'.repeat(30), false],
  [`  ${'x'.repeat(29)}  `, true],
  ['误'.repeat(30), false],
  ['𠮷'.repeat(29), true],
])('%j is too short: %s', (reason, expected) => {
  expect(reasonIsTooShort(reason)).toBe(expected)
})
