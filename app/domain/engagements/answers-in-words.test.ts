import { expect, test } from 'vitest'
import type { IntakeItem } from '#app/domain/questionnaires/template.ts'
import { answersInWords } from './answers-in-words.ts'
import { labelsOf, optionLabels } from './intake-labels.ts'

const types = [{ v: 'contact', zh: '联系方式', en: 'Contact details' }, { v: 'payment', zh: '支付信息', en: 'Payment details' }]
const ITEMS: IntakeItem[] = [
  { id: 'IN-06', type: 'multi', zh: '信息类型', en: 'Information types', required: true, clauses: ['R7.1.1'], options: types },
  { id: 'IN-07', type: 'number', zh: '人数', en: 'People', required: true, clauses: [] },
  { id: 'IN-15', type: 'date', zh: '起始日', en: 'Start', required: true, clauses: [] },
  {
    id: 'IN-05', type: 'table', zh: '场景', en: 'Scenarios', required: true, clauses: [],
    columns: [
      { id: 'scenario', type: 'text', required: true, zh: '场景', en: 'Scenario' },
      { id: 'info_types', type: 'multi', required: true, zh: '信息', en: 'Information', options: 'chosen:IN-06' },
      { id: 'country', type: 'country', required: false, zh: '国家', en: 'Country' },
    ],
  },
]
const INTAKE = { 'IN-06': ['contact', 'payment'], 'IN-07': 1240000, 'IN-15': '2026-12-01', 'IN-05': [{ scenario: '热线', info_types: ['contact', 'gone'], country: 'CN' }] }
const read = (locale: 'zh-CN' | 'en', intake = INTAKE) =>
  answersInWords(ITEMS, intake, { notes: { 'IN-06': 'why' }, locale, country: () => '中国' }).flatMap(({ answers }) => answers)

test('options, figures, dates and tables are read in the reader’s language', () => {
  const zh = read('zh-CN')
  expect(zh.map(({ id, words }) => [id, words])).toEqual([['IN-06', ['联系方式', '支付信息']], ['IN-07', ['1,240,000']], ['IN-05', []], ['IN-15', ['2026年12月1日']]])
  expect(zh[0]).toMatchObject({ note: 'why', clauses: ['R7.1.1'] })
  expect(zh[2]?.table).toEqual({ columns: ['场景', '信息', '国家'], rows: [['热线', '联系方式、gone', '中国']] })
  expect(read('en')[0]?.words).toEqual(['Contact details', 'Payment details'])
})

test('what is not answered has no words', () => {
  expect(read('en', {} as typeof INTAKE).every(({ words, table }) => words.length === 0 && table === undefined)).toBe(true)
})

test('the rail’s facts come from the same options, and a code without an option stands for itself', () => {
  expect(labelsOf(ITEMS, { ...INTAKE, 'IN-10': [{ country: 'CN' }, { country: 'CN' }] }, 'en')).toMatchObject({ information: ['Contact details', 'Payment details'], people: 1240000, countries: ['CN'], access: undefined })
  expect(optionLabels(ITEMS, 'IN-06', 'unknown', 'en')).toEqual(['unknown'])
})
