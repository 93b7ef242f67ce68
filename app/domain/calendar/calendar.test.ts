import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { addDays, dayOfWeek } from '#app/domain/organisations/calendar-dates.ts'
import { CALENDAR_KINDS, entryState, heatOf } from './entry.ts'
import { lastOf, monthAfter, monthsOf, weeksOf } from './month.ts'
import { ownDuties } from './own-duties.ts'

const now = { today: '2026-11-24', at: new Date('2026-11-24T02:00:00Z') }
const entry = { kind: 'audit', on: '2026-11-24', isDone: false, isClock: false } as const

describe('how an entry stands', () => {
  test.each([
    ['done, however late', { isDone: true, on: '2026-01-01' }, 'done'],
    ['overdue from the day after', { on: '2026-11-23' }, 'overdue'],
    ['due today', {}, 'today'],
    ['planned', { on: '2026-11-25' }, 'planned'],
    ['overdue from the minute after its clock', { at: new Date('2026-11-24T02:00:00Z') }, 'overdue'],
    ['today until its clock ends', { at: new Date('2026-11-24T02:00:01Z') }, 'today'],
    ['a clock of the law, late or not', { isClock: true, on: '2026-11-20' }, 'clock'],
    ['a duty of our own is past, never overdue', { kind: 'quarterly', on: '2026-09-30' }, 'past'],
  ] as const)('%s', (_, change, expected) => {
    expect(entryState({ ...entry, ...change }, now)).toBe(expected)
  })
})

test.each([[0, 0], [1, 1], [2, 1], [3, 2], [5, 2], [6, 3], [9, 3], [10, 4], [400, 4]] as const)('%i a day is heat %i', (count, heat) => {
  expect(heatOf(count)).toBe(heat)
})

describe('months', () => {
  const months = fc.tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)

  test('weeks run Monday to Sunday, without a gap, over the whole month and no week more', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month)
        const days = weeks.flat()
        expect(dayOfWeek(days[0]!)).toBe(1)
        days.slice(1).forEach((day, index) => expect(day).toBe(addDays(days[index]!, 1)))
        expect(days).toEqual(expect.arrayContaining([`${month}-01`, lastOf(month)]))
        expect(weeks.every((week) => week.some((day) => day.startsWith(month)))).toBe(true)
      }),
    )
  })

  test('a month away and back is the same month', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -40, max: 40 }), (month, count) => {
        expect(monthAfter(monthAfter(month, count), -count)).toBe(month)
      }),
    )
  })

  test('a year has all its days', () => {
    expect(monthsOf(2028).flatMap(({ days }) => days)).toHaveLength(366)
    expect(monthsOf(2026).map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  })
})

test('our own duties fall on the last business day of quarter and year', () => {
  const calendar = businessCalendar({ holidays: ['2026-12-31'], workDays: [] })
  const duties = ownDuties({ from: '2026-02-01', to: '2026-12-31', kinds: CALENDAR_KINDS }, calendar)
  expect(duties.map(({ kind, ref, on }) => [kind, ref, on])).toEqual([
    ['quarterly', '2026Q1', '2026-03-31'],
    ['quarterly', '2026Q2', '2026-06-30'],
    ['quarterly', '2026Q3', '2026-09-30'],
    ['quarterly', '2026Q4', '2026-12-30'],
    ['yearly', '2026', '2026-12-30'],
  ])
  expect(ownDuties({ from: '2026-01-01', to: '2026-12-31', kinds: ['yearly'] }, calendar)).toHaveLength(1)
})
