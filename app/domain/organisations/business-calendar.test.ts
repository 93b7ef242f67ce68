import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addBusinessDays,
  businessCalendar,
  businessDaysBetween,
  calendarKnowsYear,
  isBusinessDay,
  MONDAY_TO_FRIDAY,
  rollBack,
  rollForward,
} from './business-calendar.ts'
import { addDays, dayOfWeek, daysBetween } from './calendar-dates.ts'

const calendar = businessCalendar({
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workDays: ['2026-09-20', '2026-10-10'],
})
const day = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays('2025-06-01', offset))

test('a listed work day counts although it is a Sunday, a listed holiday does not', () => {
  expect(dayOfWeek('2026-09-20')).toBe(7)
  expect(isBusinessDay('2026-09-20', calendar)).toBe(true)
  expect(isBusinessDay('2026-10-05', calendar)).toBe(false)
})

test('a work day wins over a holiday of the same date', () => {
  expect(isBusinessDay('2026-10-10', businessCalendar({ holidays: ['2026-10-10'], workDays: ['2026-10-10'] }))).toBe(true)
})

test('a year without a table is not known and falls back to Monday to Friday', () => {
  expect([calendarKnowsYear(2026, calendar), calendarKnowsYear(2027, calendar)]).toEqual([true, false])
  expect(isBusinessDay('2027-10-01', calendar)).toBe(true)
  expect(isBusinessDay('2027-10-02', calendar)).toBe(false)
})

test('rolling stops at the nearest business day on its side and never moves one', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [back, forward] = [rollBack(date, calendar), rollForward(date, calendar)]
      expect(back <= date && date <= forward).toBe(true)
      expect([isBusinessDay(back, calendar), isBusinessDay(forward, calendar)]).toEqual([true, true])
      for (let between = addDays(back, 1); between < forward; between = addDays(between, 1)) {
        expect(isBusinessDay(between, calendar)).toBe(between === date && back === date)
      }
      expect([rollBack(back, calendar), rollForward(forward, calendar)]).toEqual([back, forward])
    }),
  )
})

test('counting business days agrees with walking them, forwards and backwards', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      let walked = 0
      const step = from <= to ? 1 : -1
      for (let date = from; date !== to; ) {
        if (step > 0) date = addDays(date, 1)
        else date = addDays(date, -1)
        if (isBusinessDay(date, calendar)) walked += step
      }
      expect(businessDaysBetween(from, to, calendar)).toBe(walked)
    }),
  )
})

test('adding business days lands on a business day that many away, and zero stays', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (date, days) => {
      const landed = addBusinessDays(date, days, calendar)
      expect(businessDaysBetween(date, landed, calendar)).toBe(days)
      expect(days === 0 ? landed === date : isBusinessDay(landed, calendar)).toBe(true)
    }),
  )
})

test('any week of Monday to Friday has five business days', () => {
  fc.assert(
    fc.property(day, (date) => {
      expect(businessDaysBetween(date, addDays(date, 7), MONDAY_TO_FRIDAY)).toBe(5)
    }),
  )
})

test('a start on a weekend counts the first business day after it as one', () => {
  expect(addBusinessDays('2026-10-03', 1, calendar)).toBe('2026-10-08')
  expect(daysBetween('2026-10-03', '2026-10-08')).toBe(5)
})
