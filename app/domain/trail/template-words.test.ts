import { expect, test } from 'vitest'
import { templateWords } from './template-words.server.ts'

const ENTRY = { intake: { 'IN-06': ['contact'], 'IN-10': [{ country: 'SG', function: 'store' }] }, parameters: { main_contract_ref: 'M-1', purposes: ['logistics'] }, scope: [{ info_type: 'contact', legal_basis: 'contract', hours: '24x7' }] }

test('names the items, columns, parameters and codes that entries hold, in the reader’s language', () => {
  const { fields, values } = templateWords('zh-CN', [ENTRY])
  expect(fields).toMatchObject({ main_contract_ref: '主合同编号', hours: '允许时段', info_type: '信息类型' })
  expect(fields['IN-06']).toMatch(/信息/)
  expect(values.info_type).toEqual(values['IN-06'])
  expect(values['IN-06']!.contact).toMatch(/联系/)
  expect(values.purposes).toHaveProperty('logistics')
  expect(values.legal_basis).toHaveProperty('contract')
  expect(values.country).toEqual({ SG: '新加坡' })
  expect(templateWords('en', [ENTRY]).values.country).toEqual({ SG: 'Singapore' })
})

test('gives an answer the words of its question, and nothing that no entry needs', () => {
  const { fields, values } = templateWords('en', [{ questionId: 'LAW-03', is: 'never' }])
  expect(values.questionId!['LAW-03']).toMatch(/^LAW-03 Do you use customer information/)
  expect(values['LAW-03']).toEqual({ never: 'Never, and internal rules forbid it' })
  expect(Object.keys(fields)).toEqual(['LAW-03'])
})

test('entries without anything of a template need no words', () => {
  expect(templateWords('en', [{ status: 'draft' }, undefined, null, 3]).fields).toEqual({})
})
