import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar, isBusinessDay, MONDAY_TO_FRIDAY } from '#app/domain/organisations/business-calendar.ts'
import { addDays, addMonths, daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import {
  AUDIT_INTERVAL_MONTHS,
  type AuditDue,
  auditIntervalMonths,
  BANDS,
  cycleWasMissed,
  dueEffective,
  firstAuditDue,
  legalCap,
  missesCalendarYear,
  nextAuditDue,
  recomputeAuditDue,
  recomputeFirstAuditDue,
  TIERS,
} from './due-dates.ts'

const calendar = businessCalendar({ holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workDays: ['2026-10-10'] })
const date = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays('2024-01-01', offset))
const delay = fc.integer({ min: -200, max: 500 })
const months = fc.integer({ min: 1, max: 24 })

describe('the next audit', () => {
  const anchorDay = fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined })
  const cycle = fc.record({ previousDue: date, delay, intervalMonths: months, anchorDay })

  test('never falls later than one interval or twelve months after the completed one', () => {
    fc.assert(
      fc.property(cycle, ({ previousDue, delay, intervalMonths, anchorDay }) => {
        const completedOn = addDays(previousDue, delay)
        const { dueNominal } = nextAuditDue({ previousDue, completedOn, intervalMonths, anchorDay })
        expect(dueNominal <= addMonths(completedOn, intervalMonths)).toBe(true)
        expect(dueNominal <= legalCap(completedOn)).toBe(true)
        expect(dueEffective(dueNominal, calendar) <= legalCap(completedOn)).toBe(true)
      }),
    )
  })

  test('leaves 90 days or the whole interval, whichever is shorter', () => {
    fc.assert(
      fc.property(cycle, ({ previousDue, delay, intervalMonths, anchorDay }) => {
        const completedOn = addDays(previousDue, delay)
        const { dueNominal } = nextAuditDue({ previousDue, completedOn, intervalMonths, anchorDay })
        const whole = daysBetween(completedOn, addMonths(completedOn, intervalMonths))
        expect(daysBetween(completedOn, dueNominal)).toBeGreaterThanOrEqual(Math.min(90, whole))
      }),
    )
  })

  test('keeps to the cycle for years when every audit is four to sixty days late', () => {
    const lateness = fc.array(fc.integer({ min: 4, max: 60 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(date, fc.constantFrom(6, 12), lateness, (start, intervalMonths, delays) => {
        let due: AuditDue = { dueNominal: start, anchorDay: Number(start.slice(8)) }
        for (const days of delays) {
          const completedOn = addDays(due.dueNominal, days)
          due = nextAuditDue({ previousDue: due.dueNominal, anchorDay: due.anchorDay, completedOn, intervalMonths })
        }
        expect(due.dueNominal).toBe(addMonths(start, intervalMonths * delays.length))
      }),
    )
  })

  test('returns to the 31st after a short month', () => {
    const first = nextAuditDue({ previousDue: '2026-08-31', completedOn: '2026-08-31', intervalMonths: 6 })
    expect(first).toEqual({ dueNominal: '2027-02-28', anchorDay: 31 })
    const second = nextAuditDue({ previousDue: first.dueNominal, anchorDay: first.anchorDay, completedOn: '2027-03-10', intervalMonths: 6 })
    expect(second).toEqual({ dueNominal: '2027-08-31', anchorDay: 31 })
  })

  test('is due no later when it is completed earlier', () => {
    fc.assert(
      fc.property(date, delay, delay, months, (previousDue, a, b, intervalMonths) => {
        const due = (late: number) => nextAuditDue({ previousDue, completedOn: addDays(previousDue, late), intervalMonths }).dueNominal
        expect(due(Math.min(a, b)) <= due(Math.max(a, b))).toBe(true)
      }),
    )
  })
})

test('the effective due date is a business day at or before the nominal one', () => {
  fc.assert(
    fc.property(date, (nominal) => {
      const effective = dueEffective(nominal, calendar)
      expect(effective <= nominal && isBusinessDay(effective, calendar)).toBe(true)
    }),
  )
})

test('the first audit never falls later than twelve months after the effective date', () => {
  fc.assert(
    fc.property(date, months, (effectiveOn, count) => {
      expect(firstAuditDue(effectiveOn, count).dueNominal <= legalCap(effectiveOn)).toBe(true)
    }),
  )
})

describe('the interval', () => {
  test.each([
    [{ tier: 'T1', band: 'A' }, 6],
    [{ tier: 'T1', band: 'C' }, 3],
    [{ tier: 'T2', band: 'B' }, 12],
    [{ tier: 'T2', band: 'C' }, 6],
    [{ tier: 'T4', band: 'D' }, 3],
    [{ tier: 'T3', band: 'E' }, 3],
    [{ tier: 'T3', band: 'A', overridden: true }, 3],
    [{ tier: 'T2', band: 'A', auditsPerYear: 4 }, 3],
    [{ tier: 'T2', band: 'C', auditsPerYear: 12 }, 1],
    [{ tier: 'T2', band: 'A', auditsPerYear: 5 }, 2],
  ] as const)('of %j is %i months', (vendor, expected) => {
    expect(auditIntervalMonths(vendor)).toBe(expected)
  })

  test('is never longer for a worse band or more agreed audits, nor longer than the tier allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIERS), fc.integer({ min: 1, max: 12 }), (tier, auditsPerYear) => {
        const intervals = BANDS.map((band) => auditIntervalMonths({ tier, band, auditsPerYear }))
        expect([...intervals].sort((a, b) => b - a)).toEqual(intervals)
        expect(Math.max(...intervals)).toBeLessThanOrEqual(AUDIT_INTERVAL_MONTHS[tier])
      }),
    )
  })
})

test('a change of tier or rating pulls an open audit forward and never moves it later', () => {
  fc.assert(
    fc.property(date, date, months, (dueNominal, lastCompletedOn, intervalMonths) => {
      const current = { dueNominal, anchorDay: Number(dueNominal.slice(8)) }
      expect(recomputeAuditDue({ current, lastCompletedOn, intervalMonths }).dueNominal <= dueNominal).toBe(true)
      expect(recomputeFirstAuditDue({ current, effectiveOn: lastCompletedOn, months: intervalMonths }).dueNominal <= dueNominal).toBe(true)
    }),
  )
  const current = { dueNominal: '2027-03-01', anchorDay: 1 }
  expect(recomputeAuditDue({ current, lastCompletedOn: '2026-03-31', intervalMonths: 6 })).toEqual({ dueNominal: '2026-09-30', anchorDay: 31 })
})

test('a cycle is missed the day after its legal cap and stays missed after a late audit', () => {
  expect(cycleWasMissed({ legalCap: '2027-03-01' }, '2027-03-01')).toBe(false)
  expect(cycleWasMissed({ legalCap: '2027-03-01' }, '2027-03-02')).toBe(true)
  expect(cycleWasMissed({ legalCap: '2027-03-01', completedOn: '2027-04-01' }, '2028-01-01')).toBe(true)
  expect(cycleWasMissed({ legalCap: '2027-03-01', completedOn: '2027-03-01' }, '2028-01-01')).toBe(false)
})

test('a vendor active in October without an audit in the calendar year is listed', () => {
  const vendor = { activeOnFirstOfOctober: true, completedOn: ['2025-12-31'] }
  expect(missesCalendarYear(vendor, 2026)).toBe(true)
  expect(missesCalendarYear(vendor, 2025)).toBe(false)
  expect(missesCalendarYear({ ...vendor, activeOnFirstOfOctober: false }, 2026)).toBe(false)
})

test('without holidays rolling moves a due date by two days at most', () => {
  fc.assert(
    fc.property(date, (nominal) => {
      expect(daysBetween(dueEffective(nominal, MONDAY_TO_FRIDAY), nominal)).toBeLessThanOrEqual(2)
    }),
  )
})
