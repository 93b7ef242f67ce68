import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '#app/domain/organisations/calendar-dates.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { selectClauses } from './clauses.ts'
import { isLooser, resolveParameters, type ParameterRequest, type ParameterValues } from './parameters.ts'
import type { IntParameter } from './template.ts'

const input = exampleInput()
const { template, labels } = input.library
const integers = template.parameters.filter((parameter): parameter is IntParameter => parameter.type === 'int')

/** Every clause at once, so that every parameter is used. */
const everyClause = template.clauses.map((clause, index) => ({ no: index + 1, clause }))

function resolve(values: ParameterValues, changes: Partial<ParameterRequest> = {}) {
  return resolveParameters({
    template, clauses: everyClause, tier: 'T2', finCn: false, deviations: [], labels: labels.purposes, ...changes,
    values: { ...input.parameters, ...values },
  })
}
const problems = (values: ParameterValues, changes: Partial<ParameterRequest> = {}) =>
  resolve(values, changes).problems.map(({ code, data }) => [code.replace('agreementDraft.problem.', ''), data.parameter])

test('a complete set has no problem and words for every parameter', () => {
  const { texts, problems } = resolve({})
  expect(problems).toEqual([])
  expect([...texts.keys()].sort()).toEqual(template.parameters.map(({ id }) => id).sort())
})

describe('defaults', () => {
  test.each([
    ['T1', 7, 2, 3],
    ['T2', 30, 1, 6],
    ['T3', 30, 1, 9],
    ['T4', 31, 1, 12],
  ] as const)('%s: logs every %i days, %i audits a year, first after %i months', (tier, logs, audits, months) => {
    const { values } = resolve({}, { tier })
    expect([values.log_interval_days, values.audit_min_per_year, values.first_audit_months]).toEqual([logs, audits, months])
  })

  test('words without a value: the effective date is the one on the signature page', () => {
    expect(resolve({}).texts.get('effective_date')).toEqual({ zh: '以签署页所载为准', en: 'as recorded on the signature page' })
    expect(resolve({ effective_date: '2026-12-01' }).texts.get('effective_date')).toEqual({
      zh: '但不早于2026年12月1日', en: 'but not before 1 December 2026',
    })
  })

  test('two languages where the default has two', () => {
    expect(resolve({}).texts.get('liability_cap')).toEqual({ zh: '主合同总价款的两倍', en: 'twice the main contract price' })
  })

  test('an agreement number is never made up', () => {
    expect(problems({ agreement_no: 'auto' })).toEqual([['parameter_missing', 'agreement_no']])
  })
})

describe('limits', () => {
  test.each(integers.map((parameter) => [parameter.id, parameter] as const))('%s stays inside min and max', (id, parameter) => {
    const codes = (value: number) => problems({ [id]: value }, { tier: 'T4' }).filter(([code]) => code === 'parameter_out_of_range')
    expect(codes(parameter.min)).toEqual([])
    expect(codes(parameter.max)).toEqual([])
    expect(codes(parameter.min - 1)).toEqual([['parameter_out_of_range', id]])
    expect(codes(parameter.max + 1)).toEqual([['parameter_out_of_range', id]])
  })

  test('a Chinese financial institution hears of incidents within 24 hours', () => {
    expect(problems({ breach_notice_hours: 25 }, { finCn: true })).toEqual([['parameter_out_of_range', 'breach_notice_hours']])
    expect(problems({ breach_notice_hours: 24 }, { finCn: true })).toEqual([])
    expect(problems({ breach_notice_hours: 25 }, { finCn: false })).toEqual([])
  })

  test.each([
    ['log_interval_days', 1.5, 'parameter_not_a_number'],
    ['log_interval_days', '30', 'parameter_not_a_number'],
    ['minimum_tls', 'TLS 1.1', 'parameter_not_offered'],
    ['cn_transfer_mechanism', 'eu_scc_or_adequacy', 'parameter_not_offered'],
    ['sign_date', '2026-02-30', 'parameter_not_a_date'],
    ['vendor_name', '  ', 'parameter_missing'],
    ['data_locations', [], 'parameter_missing'],
    ['purposes', [], 'parameter_missing'],
    ['purposes', ['customer_support', ' '], 'parameter_missing'],
  ])('%s = %j: %s', (id, value, code) => {
    expect(problems({ [id]: value })).toContainEqual([code, id])
  })

  test('a name may be long, but not without end', () => {
    expect(problems({ vendor_name: '名'.repeat(300) })).toEqual([])
    expect(problems({ vendor_name: '名'.repeat(501) })).toEqual([['parameter_too_long', 'vendor_name']])
  })

  test('a name is one line without direction marks', () => {
    expect(resolve({ vendor_name: ' Evil\u202eknab\u2066 \n2. New clause\u200b ' }).texts.get('vendor_name')?.en).toBe('Evilknab 2. New clause')
  })

  test('a parameter that no chosen clause uses is not asked for', () => {
    const { clauses } = selectClauses({ template, holds: input.holds })
    expect(problems({ ld_amount: undefined, cn_transfer_mechanism: undefined }, { clauses })).toEqual([])
    expect(problems({ ld_amount: undefined })).toEqual([['parameter_missing', 'ld_amount']])
  })
})

describe('stricter, never looser', () => {
  test.each([
    ['log_interval_days', 'T1', 8, true],
    ['log_interval_days', 'T1', 6, false],
    ['audit_min_per_year', 'T1', 1, true],
    ['audit_min_per_year', 'T1', 3, false],
    ['first_audit_months', 'T2', 7, true],
    ['first_audit_months', 'T2', 5, false],
  ] as const)('%s for %s at %i: needs a deviation is %s', (id, tier, value, looser) => {
    const expected = looser ? [['parameter_looser_than_tier', id]] : []
    expect(problems({ [id]: value }, { tier })).toEqual(expected)
  })

  test('an approved deviation allows exactly the value it names', () => {
    const deviation = {
      clauseId: 'DPA-24', parameterId: 'log_interval_days', old: { zh: '7', en: '7' }, new: { zh: '14', en: '14' },
      reason: '日志平台每两周出账', approvedBy: '周敏', approvedOn: '2026-11-20',
    }
    expect(problems({ log_interval_days: 14 }, { tier: 'T1', deviations: [deviation] })).toEqual([])
    expect(problems({ log_interval_days: 15 }, { tier: 'T1', deviations: [deviation] })).toHaveLength(1)
    expect(problems({ log_interval_days: 14 }, { tier: 'T1', deviations: [{ ...deviation, approvedBy: undefined }] })).toHaveLength(1)
  })

  test('of two different values exactly one is looser', () => {
    fc.assert(
      fc.property(fc.constantFrom(...integers), fc.integer(), fc.integer(), (parameter, a, b) => {
        expect(isLooser(parameter, a, b)).toBe(a !== b && !isLooser(parameter, b, a))
      }),
    )
  })
})

describe('purposes', () => {
  test.each([
    'other', '其他', '其它目的', '其他。', '业务需要', '一切合法目的', 'Other purposes', 'any lawful purpose', 'As needed', '订单配送等', '客服及其他', 'delivery, etc.', '双方另行约定',
  ])('"%s" is no purpose', (purpose) => {
    expect(problems({ purposes: ['customer_support', purpose] })).toEqual([['purpose_catch_all', 'purposes']])
  })

  test.each(['核对快递签收', 'Checking delivery of parcels', 'another check of addresses'])('"%s" is a purpose', (purpose) => {
    expect(problems({ purposes: [purpose] })).toEqual([])
  })

  test('other needs an explanation that explains', () => {
    const other = (zh: string, en: string) => problems({ purposes: [{ code: 'other', zh, en }] })
    expect(other('代收丢失银行卡', 'collecting lost cards')).toEqual([])
    expect(other('其他目的', 'other purposes')).toEqual([['purpose_catch_all', 'purposes']])
    expect(other('', '')).toEqual([['parameter_missing', 'purposes']])
  })

  test('codes print with their words', () => {
    expect(resolve({ purposes: ['customer_support', 'logistics'] }).texts.get('purposes')).toEqual({
      zh: '客户支持、物流履约', en: 'Customer support; Logistics',
    })
  })
})

describe('the period', () => {
  test.each([
    ['2026-12-01', '2029-12-01', []],
    ['2026-12-01', '2029-12-02', [['authorisation_too_long', 'auth_end']]],
    ['2028-02-29', '2031-02-28', []],
    ['2028-02-29', '2031-03-01', [['authorisation_too_long', 'auth_end']]],
    ['2026-12-01', '2026-12-01', [['authorisation_ends_before_start', 'auth_end']]],
    ['2026-12-01', '2026-11-30', [['authorisation_ends_before_start', 'auth_end']]],
    ['2026-12-01', undefined, [['authorisation_without_end', 'auth_end']]],
    ['2026-11-23', '2027-11-23', [['authorisation_before_effect', 'auth_start']]],
  ])('%s to %s: %j', (start, end, expected) => {
    expect(problems({ auth_start: start, auth_end: end })).toEqual(expected)
  })

  test('nothing is authorised before a later effective date', () => {
    expect(problems({ effective_date: '2026-12-02' })).toEqual([['authorisation_before_effect', 'auth_start']])
  })

  test('any end up to 36 months after any start is allowed, and no day more', () => {
    const starts = fc.date({ min: new Date('2026-11-24'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), (start, months) => {
        const found = problems({ auth_start: start, auth_end: addMonths(start, months) })
        expect(found).toEqual(months <= 36 ? [] : [['authorisation_too_long', 'auth_end']])
      }),
    )
  })
})
