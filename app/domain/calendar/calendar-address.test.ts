import { expect, test } from 'vitest'
import { readCalendar, writeCalendar } from './calendar-address.ts'

const today = '2026-11-24'
const read = (query: string) => readCalendar(new URLSearchParams(query), today)

test('without a word it is today, of every kind', () => {
  expect(read('')).toEqual({ view: undefined, on: today, kinds: [], mine: false })
})

test('reads back what it writes', () => {
  const address = { view: 'year' as const, on: '2027-02-28', kinds: ['audit' as const, 'step' as const], mine: true }
  expect(read(writeCalendar(address))).toEqual(address)
})

test.each(['view=week&on=2026-02-30&kind=party&mine=yes', 'on=0001-01-01', 'on=nonsense'])('nonsense counts as absent: %s', (query) => {
  expect(read(query)).toEqual({ view: undefined, on: today, kinds: [], mine: false })
})
