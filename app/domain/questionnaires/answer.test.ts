import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { questionOf, template } from '#tests/support/scoring-cases.ts'
import { checkAnswer } from './answer.ts'
import type { AnswerValue } from './template.ts'

const context = { template, intake: {}, assessmentDate: '2026-11-24' }
const problems = (id: string, value: unknown) => checkAnswer(questionOf(id), { value: value as AnswerValue }, context)
const codes = (id: string, value: unknown) => problems(id, value).map(({ code }) => code)

test.each<[string, unknown]>([
  ['GOV-01', 'mlps3'], ['GOV-03', 'partial'], ['ENC-03', ['screen', 'logs', 'screen']], ['ENC-03', ['none']], ['INC-05', '说明'],
  ['ACC-04', 0], ['ACC-04', 24.5], ['ACC-04', 8760], ['SEC-04', '2026-11-24'], ['SEC-04', '2024-02-29'], ['GOV-05', ['a.pdf', 'b.pdf']],
  ['TRN-04', [{ site: '杭州', country: 'CN', function: 'store', operator: 'x' }]], ['GOV-01', undefined], ['GOV-05', []], ['INC-05', '  '],
])('%s accepts %j', (id, value) => {
  expect(codes(id, value)).toEqual([])
})

test.each<[string, unknown, string]>([
  ['GOV-01', 'iso', 'answer.unknown_option'],
  ['GOV-01', 1, 'answer.unknown_option'],
  ['LAW-01', 'partial', 'answer.unknown_option'],
  ['GOV-03', true, 'answer.unknown_option'],
  ['ENC-03', 'screen', 'answer.not_a_list'],
  ['ENC-03', ['screen', 'x'], 'answer.unknown_option'],
  ['ENC-03', ['none', 'logs'], 'answer.exclusive'],
  ['ACC-04', '24', 'answer.not_a_number'],
  ['ACC-04', Number.NaN, 'answer.not_a_number'],
  ['ACC-04', Number.POSITIVE_INFINITY, 'answer.not_a_number'],
  ['ACC-04', -1, 'answer.out_of_range'],
  ['ACC-04', 8760.5, 'answer.out_of_range'],
  ['SEC-04', '2026-02-29', 'answer.not_a_date'],
  ['SEC-04', '2026-2-9', 'answer.not_a_date'],
  ['SEC-04', 20260209, 'answer.not_a_date'],
  ['SEC-04', '2026-11-25', 'answer.date_too_late'],
  ['INC-05', 'x'.repeat(4001), 'answer.too_long'],
  ['INC-05', 5, 'answer.not_text'],
  ['GOV-05', 'licence.pdf', 'answer.not_a_list'],
  ['GOV-05', ['x'.repeat(301)], 'answer.too_long'],
  ['GOV-05', Array.from({ length: 201 }, () => 'x'), 'answer.too_many'],
  ['TRN-04', 'x', 'answer.not_a_table'],
  ['TRN-04', ['x'], 'answer.not_a_table'],
])('%s refuses %j: %s', (id, value, code) => {
  expect(codes(id, value)).toContain(code)
})

test('a table says which cell is wrong', () => {
  const row = { site: '杭州', country: 'CN', function: 'store', operator: 'x' }
  expect(problems('TRN-04', [row, { ...row, country: 'XX' }])).toMatchObject([{ code: 'answer.unknown_country', row: 1, column: 'country' }])
  expect(problems('TRN-04', [{ ...row, site: ' ' }])).toMatchObject([{ code: 'answer.cell_required', row: 0, column: 'site' }])
  expect(problems('TRN-04', [{ ...row, function: 'sell' }])).toMatchObject([{ code: 'answer.unknown_option', column: 'function' }])
  expect(problems('TRN-04', [{ ...row, floor: 3 }])).toMatchObject([{ code: 'answer.unknown_column', row: 0 }])
  const processor = { name: 'x', country: 'HK', service: 'x', info_types: ['contact'], agreement: 'yes' }
  expect(problems('SUB-02', [processor])).toEqual([])
  expect(problems('SUB-02', [{ ...processor, info_types: ['shoes'] }])).toMatchObject([{ code: 'answer.unknown_option', column: 'info_types' }])
  expect(problems('SUB-02', [{ ...processor, agreement: 'maybe' }])).toMatchObject([{ code: 'answer.unknown_option', column: 'agreement' }])
  expect(problems('SUB-02', [{ ...processor, last_assessed: '2027-01-01' }])).toMatchObject([{ code: 'answer.date_too_late', column: 'last_assessed' }])
})

test('characters are counted as people count them', () => {
  expect(codes('INC-05', '𠮷'.repeat(4000))).toEqual([])
  expect(codes('INC-05', '😀'.repeat(4001))).toEqual(['answer.too_long'])
})

test.each([
  ['SEC-04', '我方未开发面向互联网的系统，因此没有渗透测试。', []],
  ['SEC-04', '没有', ['answer.na_justification']],
  ['SEC-04', '                         ', ['answer.na_justification']],
  ['LAW-01', '我方未开发面向互联网的系统，因此没有渗透测试。', ['answer.na_not_allowed']],
])('not applicable to %s because %j: %j', (id, justification, expected) => {
  expect(checkAnswer(questionOf(id), { na: 'pending', justification }, context).map(({ code }) => code)).toEqual(expected)
})

test('a correction is checked like an answer', () => {
  const found = checkAnswer(questionOf('ACC-04'), { value: 24, corrected: 9000 }, context)
  expect(found.map(({ code }) => code)).toEqual(['answer.out_of_range'])
})

test('every problem reads as a sentence in both languages', () => {
  const found = [...problems('GOV-01', 'iso'), ...problems('ACC-04', -1), ...problems('SEC-04', '2027-01-01'), ...problems('ENC-03', ['none', 'logs'])]
  for (const { code, data } of found) {
    expect(translator('en').from(code, data)).toMatch(/^[^{}]+\.$/)
    expect(translator('zh-CN').from(code, data)).toMatch(/^[^{}]+。$/)
  }
})
