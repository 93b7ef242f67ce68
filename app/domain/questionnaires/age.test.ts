import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '#app/domain/organisations/calendar-dates.ts'
import { isWithinMonths, readDay } from './age.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28', true],
  ['2026-01-31', 1, '2026-03-01', false],
  ['2028-01-31', 1, '2028-02-29', true],
  ['2024-02-29', 12, '2025-02-28', true],
  ['2024-02-29', 12, '2025-03-01', false],
  ['2026-02-28', 1, '2026-03-28', true],
  ['2026-02-28', 1, '2026-03-29', false],
  ['2025-11-24', 12, '2026-11-24', true],
  ['2025-11-23', 12, '2026-11-24', false],
  ['2026-11-24', 0, '2026-11-24', true],
])('%s plus %i months reaches %s: %s', (date, months, on, reached) => {
  expect(isWithinMonths(date, months, readDay(on))).toBe(reached)
})

test('agrees with add_months on every pair of dates', () => {
  fc.assert(fc.property(fc.nat(4000), fc.nat(4000), fc.nat(60), (from, to, months) => {
    const [date, on] = [addDays('2023-12-29', from), addDays('2023-12-29', to)]
    expect(isWithinMonths(date, months, readDay(on))).toBe(on <= addMonths(date, months))
  }))
})
