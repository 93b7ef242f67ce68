import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { businessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { computeVectors, dateVector, VECTOR_FUNCTIONS, VectorProblem } from './date-vectors.ts'

const programme = parse(readFileSync(new URL('../../../templates/audits/programme.yaml', import.meta.url), 'utf8'))
const { holidays, work_days: workDays } = programme.calendar.business_calendar_2026_cn
const calendar = businessCalendar({ holidays, workDays })
const vectors: { fn: string; args: unknown[]; expect: unknown }[] = programme.calendar.test_vectors

test('the programme carries its 36 vectors', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(36)
})

test.each(vectors)('$fn($args) is $expect', ({ fn, args, expect: expected }) => {
  expect(dateVector({ fn, args, calendar })).toBe(expected)
})

test.each([
  { fn: 'add_days', args: ['2026-12-05', 30], expected: '2027-01-04' },
  { fn: 'add_months', args: ['2026-03-31', -1], expected: '2026-02-28' },
  { fn: 'days_between', args: ['2026-03-01', '2027-02-01'], expected: 337 },
  { fn: 'is_business_day', args: ['2026-02-14'], expected: true },
  { fn: 'is_business_day', args: ['2026-10-01'], expected: false },
  { fn: 'next_business_day', args: ['2026-09-30'], expected: '2026-10-08' },
  { fn: 'previous_business_day', args: ['2026-10-08'], expected: '2026-09-30' },
  { fn: 'add_business_days', args: ['2026-10-08', -1], expected: '2026-09-30' },
  { fn: 'add_business_days', args: ['2026-10-05', 0], expected: '2026-10-05' },
  { fn: 'business_days_between', args: ['2026-09-30', '2026-10-13'], expected: 5 },
  { fn: 'due_effective', args: ['2026-10-05'], expected: '2026-09-30' },
  { fn: 'legal_cap', args: ['2028-02-29'], expected: '2029-02-28' },
  { fn: 'first_audit_due', args: ['2026-01-31', 18], expected: '2027-01-31' },
  { fn: 'next_audit_due', args: ['2026-03-01', '2026-03-01', 24], expected: '2027-03-01' },
  { fn: 'next_audit_due', args: ['2027-02-28', '2027-03-10', 6, 31], expected: '2027-08-31' },
  { fn: 'recompute_audit_due', args: ['2027-03-01', '2026-03-01', 6], expected: '2026-09-01' },
  { fn: 'recompute_audit_due', args: ['2026-09-01', '2026-03-01', 12], expected: '2026-09-01' },
  { fn: 'audit_interval', args: ['T2', 'C'], expected: 6 },
  { fn: 'reassess_due', args: ['2026-01-31', 'T3'], expected: '2028-01-31' },
  { fn: 'quarter_opens', args: ['2026Q1'], expected: '2026-03-01' },
  { fn: 'finding_due', args: ['2026-09-02', 'high'], expected: '2026-10-08' },
  { fn: 'finding_due', args: ['2026-09-26', 'critical'], expected: '2026-10-03' },
  { fn: 'plan_due', args: ['2026-09-30'], expected: '2026-10-13' },
  { fn: 'expected_by', args: ['2026-09-30', 30], expected: '2026-10-31' },
  { fn: 'dsr_due', args: ['2026-12-05'], expected: '2027-01-04' },
  { fn: 'dsr_target', args: ['2026-09-10'], expected: '2026-09-30' },
  { fn: 'dsr_vendor_due', args: ['2026-11-20', 10, '2026-12-01'], expected: '2026-11-26' },
])('$fn($args) is $expected', ({ fn, args, expected }) => {
  expect(dateVector({ fn, args, calendar })).toBe(expected)
})

test('without a calendar, business days are Monday to Friday', () => {
  expect(dateVector({ fn: 'roll_forward', args: ['2026-10-03'] })).toBe('2026-10-05')
})

test('a year without a table falls back to Monday to Friday', () => {
  expect(dateVector({ fn: 'roll_back', args: ['2027-10-02'], calendar })).toBe('2027-10-01')
})

test('keeps whatever else a vector holds and adds its result', () => {
  expect(computeVectors([{ fn: 'add_days', args: ['2026-01-01', 1], note: 'New Year' }], calendar)).toEqual([
    { fn: 'add_days', args: ['2026-01-01', 1], note: 'New Year', result: '2026-01-02' },
  ])
})

describe('refuses with a sentence', () => {
  test.each([
    [{ fn: 'add_weeks', args: [] }, /^Unknown function "add_weeks"\. Known functions: add_days, /],
    [{ fn: 'toString', args: [] }, /^Unknown function "toString"\./],
    [{ fn: undefined, args: [] }, /^Unknown function nothing\./],
    [{ fn: 'add_months', args: '2026-01-31' }, 'add_months needs its arguments as a list: add_months(date, integer).'],
    [{ fn: 'add_months', args: ['2026-01-31'] }, 'add_months takes add_months(date, integer), but got 1 argument(s).'],
    [{ fn: 'dsr_due', args: ['2026-01-31', 1] }, 'dsr_due takes dsr_due(date), but got 2 argument(s).'],
    [{ fn: 'dsr_due', args: ['2026-02-30'] }, 'Argument 1 of dsr_due must be an existing date written YYYY-MM-DD, not "2026-02-30".'],
    [{ fn: 'dsr_due', args: ['2026-1-3'] }, /must be an existing date/],
    [{ fn: 'dsr_due', args: ['0000-01-01'] }, /must be an existing date/],
    [{ fn: 'add_months', args: ['2026-01-31', 1.5] }, 'Argument 2 of add_months must be a whole number, not 1.5.'],
    [{ fn: 'add_months', args: ['2026-01-31', '1'] }, 'Argument 2 of add_months must be a whole number, not "1".'],
    [{ fn: 'add_months', args: ['2026-01-31', 1e300] }, /must be a whole number/],
    [{ fn: 'add_months', args: ['9999-12-31', 1] }, 'add_months leaves the years 0001 to 9999.'],
    [{ fn: 'add_days', args: ['0001-01-01', -1] }, 'add_days leaves the years 0001 to 9999.'],
    [{ fn: 'add_months_anchor', args: ['2026-01-31', 1, 32] }, /must be a day of the month from 1 to 31, not 32/],
    [{ fn: 'quarter_due', args: ['2026Q5'] }, 'Argument 1 of quarter_due must be a quarter written 2026Q1, not "2026Q5".'],
    [{ fn: 'next_audit_due', args: ['2026-03-01', '2026-03-01', 0] }, /must be a whole number from 1, not 0/],
    [{ fn: 'audit_interval', args: ['T5', 'A'] }, /must be one of T1, T2, T3, T4, not "T5"/],
    [{ fn: 'finding_due', args: ['2026-01-01', 'severe'] }, /must be one of low, medium, high, critical/],
  ])('%j', (vector, message) => {
    expect(() => dateVector(vector)).toThrow(VectorProblem)
    expect(() => dateVector(vector)).toThrow(message)
  })

  test('and never with anything but a VectorProblem, whatever it is given', () => {
    const value = fc.oneof(fc.anything(), fc.constantFrom('2026-01-31', '9999-12-31', '0001-01-01', '2026Q1', 'T1', 'A', 1, 12, 31))
    const fn = fc.oneof(fc.constantFrom(...VECTOR_FUNCTIONS), fc.string())
    fc.assert(
      fc.property(fn, fc.oneof(fc.array(value, { maxLength: 4 }), value), (name, args) => {
        try {
          expect(['string', 'number', 'boolean']).toContain(typeof dateVector({ fn: name, args, calendar }))
        } catch (error) {
          expect(error).toBeInstanceOf(VectorProblem)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
