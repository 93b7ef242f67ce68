import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { trailField, trailValue } from './trail-value.ts'

const id = '01a20cdb-d119-74a2-8b7b-591c4cba5be2'
const read = (name: string, value: unknown, locale: 'en' | 'zh-CN' = 'en', subject = 'vendor') =>
  trailValue(name, value, { t: translator(locale), zone: 'Asia/Shanghai', names: { [id]: '周敏' }, subject })

test.each([
  ['status', 'assessing', 'Due diligence'],
  ['roles', ['admin', 'legal'], 'Administrator, Legal'],
  ['by', 'persona', 'Demo, one click'],
  ['ownerId', id, '周敏'],
  ['createdAt', '2026-11-24T16:05:00.000Z', '25 Nov 2026, 00:05'],
  ['dueOn', '2026-11-24', '24 Nov 2026'],
  ['isPrimary', true, 'Yes'],
  ['count', 0, '0'],
  ['reason', 'admin', 'admin'],
  ['title', { en: 'Hotline', zh: '热线' }, 'Hotline'],
  ['unit', { lead: 'He Wenbo', phone: '' }, 'Head: He Wenbo'],
])('%s %j reads %j', (name, value, text) => {
  expect(read(name, value)).toBe(text)
})

test('a status reads in the words of its subject and language', () => {
  expect([read('status', 'draft', 'zh-CN', 'agreement'), read('status', 'unheard_of')]).toEqual(['草稿', 'unheard_of'])
})

test.each([['contactId', '01a20cdb-0000-74a2-8b7b-591c4cba5be2'], ['orgId', id], ['address', null], ['address', ''], ['intake', {}], ['floors', []]])('%s %j tells a reader nothing', (name, value) => {
  expect(read(name, value)).toBeUndefined()
})

test('a long text is cut between characters', () => {
  expect(read('reason', '𠮷'.repeat(400))).toBe(`${'𠮷'.repeat(300)}…`)
})

test('words of the catalogue are never taken for a text', () => {
  expect(read('title', 'no such.key')).toBe('no such.key')
})

test('a field without words keeps its plain name', () => {
  const reading = { t: translator('zh-CN'), zone: 'UTC', names: {}, subject: 'vendor' }
  expect([trailField('status', reading), trailField('someColumn', reading)]).toEqual(['状态', 'someColumn'])
})
