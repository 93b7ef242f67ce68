import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AlertBook } from './alert.ts'
import type { AlertWordBook, SharedWords } from './alert-words.ts'
import type { ContentProblem } from './check-alerts.ts'
import { checkAlertWords, checkMails, checkSharedWords } from './check-words.ts'
import type { MailTemplates } from './mail.ts'

const read = <T>(name: string) => parse(readFileSync(new URL(`../../../templates/${name}`, import.meta.url), 'utf8')) as T
const { alerts } = read<AlertBook>('alerts/alerts.yaml')
const written = (problems: ContentProblem[]) => problems.map((problem) => `${problem.path.join('.')}: ${problem.message}`)

test('the carried words are complete', () => {
  expect(written(checkAlertWords(read('emails/alerts.yaml'), alerts))).toEqual([])
  expect(written(checkSharedWords(read('emails/shared.yaml')))).toEqual([])
  for (const file of ['account', 'vendor']) expect(written(checkMails(read(`emails/${file}.yaml`)))).toEqual([])
})

test('no Chinese text holds an English sentence', () => {
  const chinese: string[] = []
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) key === 'zh-CN' ? chinese.push(...[value].flat()) : collect(value)
  }
  for (const file of ['alerts', 'shared', 'account', 'vendor']) collect(read(`emails/${file}.yaml`))
  expect(chinese.length).toBeGreaterThan(200)
  for (const text of chinese) expect(text.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[a-z]+ [a-z]+/i)
})

describe('a fault is named by its place', () => {
  test.each<[string, (book: AlertWordBook) => unknown, string]>([
    ['an alert without words', ({ alerts }) => delete alerts['N-03'], 'alerts.N-03: must have words'],
    ['words for no alert', ({ alerts }) => (alerts['N-77'] = alerts['N-01']!), 'alerts.N-77: is not an alert'],
    ['a language missing', ({ alerts }) => (alerts['N-01']!.member.before.what['zh-CN'] = ''), 'alerts.N-01.member.before.what.zh-CN: must be text'],
    ['a vendor left without words', ({ alerts }) => delete alerts['N-01']!.vendor, 'alerts.N-01.vendor: must be a map'],
    ['words a vendor must not get', ({ alerts }) => (alerts['N-09']!.vendor = alerts['N-01']!.vendor), 'alerts.N-09.vendor: no stage of this alert names the vendor'],
    ['silence after the due date', ({ alerts }) => delete alerts['N-07']!.member.overdue, 'alerts.N-07.member.overdue: must be said: the ladder goes on after the due date'],
    ['a stage of another ladder', ({ alerts }) => (alerts['N-07']!.member.stages!['T+5'] = alerts['N-07']!.member.before), 'alerts.N-07.member.stages.T+5: is not a stage of this alert'],
    ['a value nobody fills', ({ alerts }) => (alerts['N-01']!.thing = { 'zh-CN': '{{customer}}', en: '{{customer}}' }), 'alerts.N-01.thing.en: {{customer}} is not a value of alerts'],
    ['a value in one language only', ({ alerts }) => (alerts['N-01']!.thing.en = 'audit'), 'alerts.N-01.thing: must fill the same values in both languages'],
  ])('%s', (_, change, expected) => {
    const book = read<AlertWordBook>('emails/alerts.yaml')
    change(book)
    expect(written(checkAlertWords(book, alerts))).toContain(expected)
  })

  test('a role or an action without a name', () => {
    const shared = read<SharedWords>('emails/shared.yaml')
    delete (shared.roles as Partial<SharedWords['roles']>).legal
    delete (shared.actions as Partial<SharedWords['actions']>).suspend_supply
    expect(written(checkSharedWords(shared))).toEqual([
      'roles.legal: must be given in both languages',
      'actions.suspend_supply.done: must be given in both languages',
      'actions.suspend_supply.will: must be given in both languages',
    ])
  })

  test('a mail with a paragraph in one language only', () => {
    const book = read<MailTemplates>('emails/vendor.yaml')
    book.mails['access-code']!.paragraphs.en = ['Hello']
    expect(written(checkMails(book))).toEqual(['mails.access-code.paragraphs: must fill the same values in both languages'])
  })
})
