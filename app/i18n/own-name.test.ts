import { expect, test } from 'vitest'
import { nameIn } from './own-name.ts'

const [zh, en] = ['海湾消费金融', 'Haiwan Consumer Finance']

test.each([
  ['en', { name: zh, nameAlt: en }, en],
  ['zh-CN', { name: zh, nameAlt: en }, zh],
  ['zh-CN', { name: en, nameAlt: zh }, zh],
  ['en', { name: en, nameAlt: zh }, en],
  ['en', { name: zh, nameAlt: null }, zh],
  ['zh-CN', { name: en, nameAlt: 'Haiwan' }, en],
] as const)('in %s, %j is %s', (locale, names, name) => {
  expect(nameIn(locale, names)).toBe(name)
})
