import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOCALES } from './locale.ts'
import { resolveLocale } from './resolve-locale.ts'

test('the last choice wins over account and browser', () => {
  expect(resolveLocale({ cookie: 'en', userLocale: 'zh-CN', acceptLanguage: 'zh-CN' })).toBe('en')
})

test('the account wins over the browser, and a forged cookie is ignored', () => {
  expect(resolveLocale({ cookie: 'xx', userLocale: 'zh-CN', acceptLanguage: 'en' })).toBe('zh-CN')
})

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh-Hant-TW', 'zh-CN'],
  ['fr;q=0.9, en-GB;q=0.4, zh;q=0.7', 'zh-CN'],
  ['en;q=0, zh', 'zh-CN'],
  ['de-DE,de;q=0.9', 'en'],
  ['en-US,en;q=0.5,zh;q=0.5', 'en'],
  ['*', 'en'],
  ['', 'en'],
])('of the browser wish %j it takes %s', (acceptLanguage, locale) => {
  expect(resolveLocale({ acceptLanguage })).toBe(locale)
})

test('whatever a browser sends, the answer is a language we speak', () => {
  fc.assert(fc.property(fc.string(), (acceptLanguage) => LOCALES.includes(resolveLocale({ acceptLanguage }))))
})
