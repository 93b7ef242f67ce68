import { expect, test } from 'vitest'
import { namesOf } from './party-names.ts'

test('a name in Chinese characters is the Chinese one, whichever stood first', () => {
  const both = { zh: '云帆呼叫中心', en: 'Yunfan Contact Centre' }
  expect(namesOf({ name: both.zh, nameAlt: both.en })).toEqual(both)
  expect(namesOf({ name: both.en, nameAlt: both.zh })).toEqual(both)
})

test('one name, or two in the same script, stands in both languages', () => {
  expect(namesOf({ name: '云帆呼叫中心', nameAlt: null })).toBe('云帆呼叫中心')
  expect(namesOf({ name: 'Acme Ltd', nameAlt: 'ACME' })).toBe('Acme Ltd')
})
