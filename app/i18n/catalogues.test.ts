import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from './en.ts'
import portalEn from './en.portal.ts'
import type { Words } from './translate.ts'
import portalZh from './zh-CN.portal.ts'
import zhCN from './zh-CN.ts'

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]) => (typeof word === 'string' ? [[path + key, word] as [string, string]] : flat(word, `${path}${key}.`)))
const english = flat(en)
const chinese = flat(zhCN)
const base = (key: string) => key.replace(/_(one|other)$/, '')
const keys = (words: [string, string][]) => [...new Set(words.map(([key]) => base(key)))].sort()
const placeholders = (word: string) => [...new Set(word.match(/{{-?\s*[\w.]+/g) ?? [])].map((each) => each.replace(/{{-?\s*/, '')).sort()
const tags = (word: string) => (word.match(/<\/?\w+ ?\/?>/g) ?? []).sort()

test('both languages have the same keys', () => {
  expect(keys(chinese)).toEqual(keys(english))
})

test('every sentence that a schema refuses a field with stands in the catalogue', () => {
  const schemas = readdirSync('app/domain', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const named = schemas.flatMap((file) => readFileSync(`app/domain/${file}`, 'utf8').match(/(?<=['`])form\.\w+(?=[?'`])/g) ?? [])
  expect(named).toContain('form.too_short')
  expect(named.filter((key) => !keys(english).includes(key))).toEqual([])
})

test('a plural has its two English forms and at least the Chinese one', () => {
  const plural = (words: [string, string][], form: string) => words.map(([key]) => key).filter((key) => key.endsWith(form)).map(base)
  expect(plural(english, '_one').sort()).toEqual(plural(english, '_other').sort())
  expect(plural(chinese, '_other')).toEqual(expect.arrayContaining(plural(english, '_other')))
})

test('the portal has the same words in both languages', () => {
  expect(Object.keys(portalZh)).toEqual(Object.keys(portalEn))
  expect(keys(flat(portalZh))).toEqual(keys(flat(portalEn)))
})

test('values and nested keys have plain names', () => {
  expect([...english, ...chinese].filter(([, word]) => /{{|}}|\$t\(/.test(word.replace(/{{\w+}}/g, '').replace(/\$t\([\w.]+\)/g, '')))).toEqual([])
})

test('no word is empty', () => {
  expect([...english, ...chinese].filter(([, word]) => word.trim() === '')).toEqual([])
})

test('both languages fill in the same values and wrap the same markup', () => {
  const shape = (words: [string, string][]) =>
    Object.fromEntries(words.filter(([key]) => !key.endsWith('_one')).map(([key, word]) => [key, [placeholders(word), tags(word)]]))
  expect(shape(chinese)).toEqual(shape(english))
})

test('Chinese words hold no English but names, codes and units', () => {
  const known = /https?:\/\/\S+|[\w.]+@[\w.]+|{{[^}]*}}|\$t\([^)]*\)|<\/?\w+ ?\/?>|\b(Custodia|English|PDF|CSV|XLSX|JSON|DOCX|PNG|JPEG|ZIP|ISO|IEC|SOC|AES|SHA|TOTP|URL|API|ID|IP|MB|GB|KB|CE|RTO|RPO|SMTP|HTTPS?|iCalendar|ICS|VPN|SFTP|SSO|MFA|PIPL|PIA|DPA|SCC|GDPR|EU|UTC|Office|Esc|Enter|Ctrl|Tab)\b|\b[A-Z]{1,4}-?\d[\w.]*|\b[A-Z]\b/g
  expect(chinese.filter(([, word]) => /[a-z]{3,}/i.test(word.replace(known, '')))).toEqual([])
})
