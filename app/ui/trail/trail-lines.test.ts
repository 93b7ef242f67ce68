import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { trailLines, type TrailTold } from './trail-lines.ts'

const WORDS = {
  fields: { 'IN-06': 'Information types', main_contract_ref: 'Main contract', hours: 'Allowed hours', 'LAW-02': 'Separation' },
  values: { 'IN-06': { contact: 'Contact details', payment: 'Payments' }, 'LAW-02': { logical: 'Logically apart' }, questionId: { 'LAW-02': 'LAW-02 How is it kept apart?' } },
}
const lines = (told: TrailTold, subject = 'agreement') =>
  trailLines(told, { t: translator('en'), zone: 'UTC', names: {}, words: WORDS, subject }).map(({ field, was, is }) => [field, was, is])

test('of a form only what changed in it is told, by the names of its template', () => {
  const before = { parameters: { vendor_name: 'Yunfan', main_contract_ref: 'A-1' } }
  expect(lines({ before, after: { parameters: { vendor_name: 'Yunfan', main_contract_ref: 'A-2' } } })).toEqual([['Parameters, Main contract', 'A-1', 'A-2']])
})

test('a form that was empty is told item by item, codes in words', () => {
  expect(lines({ before: { intake: {} }, after: { intake: { 'IN-06': ['contact', 'payment'] } } })).toEqual([['Intake, Information types', undefined, 'Contact details, Payments']])
})

test('a table is told row by row and cell by cell', () => {
  const before = { scope: [{ hours: '24x7', scenario: 'Returns' }] }
  const after = { scope: [{ hours: '08:00-22:00', scenario: 'Returns' }, { hours: '24x7' }] }
  expect(lines({ before, after })).toEqual([
    ['Scope, row 1, Allowed hours', '24x7', '08:00-22:00'],
    ['Scope, row 2, Allowed hours', undefined, '24x7'],
  ])
})

test('a removed row is told as what it was', () => {
  expect(lines({ before: { scope: [{ hours: '24x7' }] }, after: { scope: [] } })).toEqual([['Scope, row 1, Allowed hours', '24x7', undefined]])
})

test('an answer reads in the words of its question', () => {
  expect(lines({ data: { questionId: 'LAW-02', is: 'logical' } })).toEqual([['Question', undefined, 'LAW-02 How is it kept apart?'], ['Answer', undefined, 'Logically apart']])
})

test('a text in both languages is one value, and a plain list one line', () => {
  expect(lines({ after: { title: { en: 'Hotline', zh: '热线' }, countries: ['CN', 'SG'] } })).toEqual([['Title', undefined, 'Hotline'], ['countries', undefined, 'CN, SG']])
})

test('a value that is told twice under one name is told once', () => {
  expect(lines({ after: { severity: 'high' }, data: { severity: 'high', suspensionReason: 'x', reason: 'x' } }, 'case')).toEqual([['Severity', undefined, 'High'], ['Reason', undefined, 'x']])
})
