import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_INTAKE, exampleInput } from '#tests/support/agreement-example.ts'
import { hoursContain, readHours } from './allowed-hours.ts'
import { checkScope, type ScopeFrame } from './check-scope.ts'
import { approvedRecipients, scopeFromIntake, type ScopeRow } from './scope.ts'

const { library } = exampleInput()
const frame: ScopeFrame = {
  labels: library.labels, purposes: ['customer_support', 'service_delivery'], authStart: '2026-12-01', authEnd: '2028-11-30',
  assessed: { infoTypes: ['contact', 'transaction'], operations: ['view', 'provide'] }, onlyCountry: 'CN',
}
const [row] = exampleInput().scope as [ScopeRow]

const codes = (change: Partial<ScopeRow>, changedFrame: Partial<ScopeFrame> = {}) =>
  checkScope([{ ...row, ...change }], { ...frame, ...changedFrame }).map(({ code }) => code.replace('agreementDraft.problem.', ''))

describe('Schedule 1 from the intake', () => {
  test('one row per scenario and information type', () => {
    const rows = scopeFromIntake(EXAMPLE_INTAKE)
    expect(rows.map((each) => [each.scenario_id, each.info_type, each.operations.join('+')])).toEqual([
      ['S-01', 'contact', 'view'], ['S-01', 'transaction', 'view'], ['S-02', 'contact', 'view+provide'],
    ])
    expect(rows[0]).toMatchObject({
      purpose: 'customer_support', legal_basis: 'contract', max_subjects: 60000, countries: ['CN'], valid_from: '2026-12-01', valid_to: '2028-11-30',
    })
  })

  test('without the operation provide nothing may be exported to anyone', () => {
    const rows = scopeFromIntake(EXAMPLE_INTAKE, { max_export_per_event: 500, recipients: ['our-sftp'] })
    expect(rows.map((each) => [each.max_export_per_event, each.recipients])).toEqual([[0, []], [0, []], [500, ['our-sftp']]])
    expect(approvedRecipients(rows)).toEqual(['our-sftp'])
  })

  test('an empty intake gives no row', () => {
    expect(scopeFromIntake({})).toEqual([])
  })

  test('ceilings that nobody set are asked for', () => {
    expect(checkScope(scopeFromIntake(EXAMPLE_INTAKE), frame).map(({ code, data }) => [code, data.row, data.column])).toEqual([
      ['agreementDraft.problem.scope_ceiling_missing', 1, 'max_records_per_day'],
      ['agreementDraft.problem.scope_ceiling_missing', 2, 'max_records_per_day'],
      ['agreementDraft.problem.scope_ceiling_missing', 3, 'max_records_per_day'],
    ])
  })
})

describe('checking Schedule 1', () => {
  test('a complete row passes', () => {
    expect(codes({})).toEqual([])
  })

  test('no row at all is refused', () => {
    expect(checkScope([], frame)).toEqual([{ code: 'agreementDraft.problem.scope_empty', data: { schedule: 'S1' } }])
  })

  test.each<[Partial<ScopeRow>, string]>([
    [{ scenario: ' ' }, 'scope_cell_missing'],
    [{ scenario_id: '' }, 'scope_cell_missing'],
    [{ operations: [] }, 'scope_cell_missing'],
    [{ countries: [] }, 'scope_cell_missing'],
    [{ max_subjects: undefined }, 'scope_ceiling_missing'],
    [{ max_records_per_day: -1 }, 'scope_ceiling_missing'],
    [{ max_export_per_event: 0.5 }, 'scope_ceiling_missing'],
    [{ legal_basis: 'unclear' }, 'scope_value_unknown'],
    [{ legal_basis: 'hope' }, 'scope_value_unknown'],
    [{ purpose: 'marketing_with_consent' }, 'scope_purpose_not_agreed'],
    [{ info_type: 'health' }, 'scope_not_assessed'],
    [{ operations: ['view', 'store'] }, 'scope_not_assessed'],
    [{ countries: ['CN', 'HK'] }, 'scope_abroad_not_assessed'],
    [{ hours: '8:00-20:00' }, 'scope_hours_invalid'],
    [{ hours: '' }, 'scope_hours_invalid'],
    [{ valid_to: '2028-02-30' }, 'scope_date_invalid'],
    [{ valid_from: '2026-11-30' }, 'scope_dates_outside'],
    [{ valid_to: '2028-12-01' }, 'scope_dates_outside'],
    [{ valid_from: '2027-01-02', valid_to: '2027-01-01' }, 'scope_dates_outside'],
  ])('%j: %s', (change, code) => {
    expect(codes(change)).toEqual([code])
  })

  test('a type that does not exist is unknown and was not assessed either', () => {
    expect(codes({ info_type: 'none' })).toEqual(['scope_value_unknown', 'scope_not_assessed'])
  })

  test('a country is a two-letter code', () => {
    expect(codes({ countries: ['China'] }, { onlyCountry: undefined })).toEqual(['scope_value_unknown'])
  })

  test('places abroad are fine where the assessment saw them', () => {
    expect(codes({ countries: ['CN', 'HK'] }, { onlyCountry: undefined })).toEqual([])
  })

  test('names the row it speaks of', () => {
    const found = checkScope([row, { ...row, hours: 'always' }], frame)
    expect(found).toEqual([{ code: 'agreementDraft.problem.scope_hours_invalid', data: { row: 2, value: 'always' } }])
  })
})

describe('allowed hours', () => {
  test.each([
    ['08:00-20:00', '08:00', true],
    ['08:00-20:00', '19:59', true],
    ['08:00-20:00', '20:00', false],
    ['22:00-06:00', '22:00', true],
    ['22:00-06:00', '05:59', true],
    ['22:00-06:00', '06:00', false],
    ['22:00-06:00', '21:59', false],
    ['08:00-24:00', '23:59', true],
    ['24x7', '03:00', true],
    ['nonsense', '03:00', false],
  ])('%s contains %s is %s', (hours, time, expected) => {
    expect(hoursContain(hours, time)).toBe(expected)
  })

  test.each(['08:00', '24:00-08:00', '08:00-08:00', '08:60-09:00', '08:00-25:00', '8-20', '24X7'])('%s is no span', (hours) => {
    expect(readHours(hours)).toBeUndefined()
  })

  test('an overnight span and its complement share no minute and miss none', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const text = ([hour, minute]: [number, number]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    fc.assert(
      fc.property(times, times, times, (from, to, at) => {
        fc.pre(text(from) !== text(to))
        const inside = hoursContain(`${text(from)}-${text(to)}`, text(at))
        expect(hoursContain(`${text(to)}-${text(from)}`, text(at))).toBe(!inside)
      }),
    )
  })
})
