import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiled, intakeItemOf, template } from '#tests/support/scoring-cases.ts'
import { columnOptions } from './check-table.ts'
import { checkCreditCode } from './credit-code.ts'
import { checkIntake, type IntakeNotes } from './intake.ts'
import type { AnswerValue } from './template.ts'

const complete: Record<string, AnswerValue> = {
  'IN-01': '广州云帆', 'IN-02': '91350100M000100Y43', 'IN-03': '客服热线', 'IN-04': ['customer_support'],
  'IN-05': [{ scenario: '来电', info_types: ['contact'], operations: ['view'], purpose: 'customer_support' }],
  'IN-06': ['contact', 'transaction'], 'IN-07': 60_000, 'IN-08': ['view'], 'IN-09': 'api_or_file',
  'IN-10': [{ country: 'CN', function: 'access' }], 'IN-11': 'same_jurisdiction', 'IN-12': 'none', 'IN-13': 'medium', 'IN-14': 'easy',
  'IN-15': '2026-12-01', 'IN-16': '2029-12-01', 'IN-17': 'contract', 'IN-18': 'partly', 'IN-19': ['pia.pdf'], 'IN-20': 'no',
  'IN-21': 'no', 'IN-22': 'no', 'IN-23': 'entrusted',
}
const found = (change: Record<string, AnswerValue | undefined>, notes: IntakeNotes = {}) =>
  checkIntake(compiled, { ...complete, ...change }, notes).map(({ item, code }) => `${item} ${code}`)

test('a complete form has no problem', () => {
  expect(found({})).toEqual([])
})

test('every required item is missed by name', () => {
  const required = template.intake.items.filter((item) => item.required).map(({ id }) => `${id} answer.required`)
  expect(checkIntake(compiled, { 'IN-06': ['none'] }, {}).map(({ item, code }) => `${item} ${code}`))
    .toEqual(required.filter((each) => !each.startsWith('IN-06')))
})

test.each<[string, Record<string, AnswerValue | undefined>, string[]]>([
  ['no assessment report though customer information is involved', { 'IN-19': undefined }, ['IN-19 answer.required']],
  ['none together with a type', { 'IN-06': ['none', 'contact'] }, ['IN-06 answer.exclusive']],
  ['a negative number of people', { 'IN-07': -1 }, ['IN-07 answer.negative']],
  ['half a person', { 'IN-07': 0.5 }, ['IN-07 answer.not_whole']],
  ['an end on the day of the start', { 'IN-16': '2026-12-01' }, ['IN-16 answer.date_not_after']],
  ['an end before the start', { 'IN-16': '2026-11-30' }, ['IN-16 answer.date_not_after']],
  ['more than 36 months', { 'IN-16': '2029-12-02' }, ['IN-16 answer.period_too_long']],
  ['a day that does not exist', { 'IN-16': '2027-02-29' }, ['IN-16 answer.not_a_date']],
  ['36 months from the end of a month', { 'IN-15': '2027-03-31', 'IN-16': '2030-03-31' }, []],
  ['36 months from a leap day end on the 28th', { 'IN-15': '2028-02-29', 'IN-16': '2031-03-01' }, ['IN-16 answer.period_too_long']],
  ['an unclear legal basis', { 'IN-17': 'unclear' }, ['IN-17 answer.blocks']],
  ['a credit code with a wrong check digit', { 'IN-02': '91350100M000100Y44' }, ['IN-02 answer.credit_code']],
  ['a foreign registration number', { 'IN-02': 'HRB 12345 B' }, []],
  ['an unknown purpose', { 'IN-04': ['fun'] }, ['IN-04 answer.unknown_option', 'IN-05 answer.not_chosen']],
  ['other without a word', { 'IN-04': ['customer_support', 'other'] }, ['IN-04 answer.explain']],
  ['an unknown country', { 'IN-10': [{ country: 'cn', function: 'store' }] }, ['IN-10 answer.unknown_country']],
  ['a scenario outside the chosen types', { 'IN-06': ['transaction'] }, ['IN-05 answer.not_chosen']],
  ['a scenario outside the chosen operations', { 'IN-08': ['store'] }, ['IN-05 answer.not_chosen']],
])('finds %s', (_what, change, expected) => {
  expect(found(change)).toEqual(expected)
})

test('no customer information needs no impact assessment', () => {
  const rows = [{ scenario: 'x', info_types: ['none'], operations: ['view'], purpose: 'customer_support' }]
  expect(found({ 'IN-06': ['none'], 'IN-05': rows, 'IN-19': undefined })).toEqual([])
})

test('"other" passes with a note', () => {
  expect(found({ 'IN-04': ['customer_support', 'other'], 'IN-18': 'no_explained' }, { 'IN-04': '试点', 'IN-18': '须核对原文' })).toEqual([])
})

test('a scenario offers what the scope has chosen, in both languages', () => {
  const [, types] = intakeItemOf('IN-05').columns ?? []
  expect(types && columnOptions(types, { template, intake: complete })).toMatchObject([{ v: 'contact', en: 'Contact details' }, { v: 'transaction' }])
})

test.each([
  ['91350100M000100Y43', true], ['91350100M000100Y4', false], ['91350100M000100Y4O', false], ['', false], ['91350100m000100y43', false],
])('credit code %s: %s', (code, valid) => {
  expect(checkCreditCode(code)).toBe(valid)
})

test('one changed character of a credit code is always found', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  fc.assert(fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, character) => {
    const valid = '91350100M000100Y43'
    const changed = valid.slice(0, at) + character + valid.slice(at + 1)
    expect(checkCreditCode(changed)).toBe(changed === valid)
  }))
})
