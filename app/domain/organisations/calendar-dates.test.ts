import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  atLocalTime,
  dayOfWeek,
  daysBetween,
  endOfLocalDay,
  isCalendarDate,
  localDate,
  localMidnight,
} from './calendar-dates.ts'

const DAY_MS = 86_400_000
const FIRST = Date.UTC(2024, 0, 1)
const DAYS = (Date.UTC(2032, 11, 31) - FIRST) / DAY_MS + 1
const ISO = (utc: number) => new Date(utc).toISOString().slice(0, 10)

describe.each([
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Marquesas',
])('in %s', (zone) => {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const shown = (instant: number) => clock.format(instant).split(', ') as [string, string]

  test('every day from 2024 to 2032 begins at its first instant and ends where the next begins', () => {
    for (let index = 0; index < DAYS; index++) {
      const date = ISO(FIRST + index * DAY_MS)
      const midnight = localMidnight(date, zone).getTime()
      const [before] = shown(midnight - 1)
      const [on, time] = shown(midnight)
      if (before >= date || on !== date) expect.fail(`${date} begins at ${on} ${time}, after ${before}`)
      if (time !== '00:00:00') expect([date, time]).toEqual([date, '01:00:00']) // clocks skip midnight
      if (localMidnight(ISO(FIRST + (index + 1) * DAY_MS), zone).getTime() !== endOfLocalDay(date, zone).getTime()) expect.fail(date)
    }
  })

  test('an instant has the date that the clocks of the zone show', () => {
    const instant = fc.integer({ min: FIRST, max: FIRST + DAYS * DAY_MS })
    fc.assert(
      fc.property(instant, (at) => {
        expect(localDate(new Date(at), zone)).toBe(shown(at)[0])
      }),
      { numRuns: 1_000 },
    )
  })

  test('nine in the morning is nine on every day', () => {
    for (let index = 0; index < DAYS; index++) {
      const date = ISO(FIRST + index * DAY_MS)
      const at = shown(atLocalTime(date, '09:00', zone).getTime())
      if (at[0] !== date || at[1] !== '09:00:00') expect(at).toEqual([date, '09:00:00'])
    }
  })
})

test('clocks that skip midnight start the day at one, and a skipped time moves to after the gap', () => {
  expect(localMidnight('2024-09-08', 'America/Santiago').toISOString()).toBe('2024-09-08T04:00:00.000Z')
  expect(atLocalTime('2026-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test('an unknown zone is refused', () => {
  expect(() => localDate(new Date(0), 'Moon/Tycho')).toThrow(RangeError)
})

const date = fc.integer({ min: 0, max: 100_000 }).map((offset) => ISO(Date.UTC(1900, 0, 1) + offset * DAY_MS))

test('days are counted as UTC days are, and adding undoes subtracting', () => {
  fc.assert(
    fc.property(date, date, (from, to) => {
      expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / DAY_MS)
      expect(addDays(from, daysBetween(from, to))).toBe(to)
      expect(dayOfWeek(from) % 7).toBe(new Date(from).getUTCDay())
    }),
  )
})

test('months keep the day, or give the last day of a shorter month', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -60, max: 60 }), (start, months) => {
      const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
      const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
      const expected = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
      expect(addMonths(start, months)).toBe(ISO(expected.getTime()))
    }),
  )
})

test('stepping month by month with the anchor day never drifts from one long step', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), (start, interval, times) => {
      const anchor = Number(start.slice(8))
      let stepped = start
      for (let step = 0; step < times; step++) stepped = addMonths(stepped, interval, anchor)
      expect(stepped).toBe(addMonths(start, interval * times))
    }),
  )
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-01-01T00:00', '20260101', '+02026-01-01', '', 20260101, undefined])(
  '%j is no calendar date',
  (value) => {
    expect(isCalendarDate(value)).toBe(false)
  },
)

test.each(['2028-02-29', '0001-01-01', '9999-12-31'])('%s is a calendar date', (value) => {
  expect(isCalendarDate(value)).toBe(true)
})

test('arithmetic on a date that does not exist is refused', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow('not a calendar date: 2026-02-30')
})
