import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { placesOf, renderMail, type MailTemplate, type MailTemplates } from './mail.ts'

const { mails } = parse(readFileSync(new URL('../../../templates/emails/vendor.yaml', import.meta.url), 'utf8')) as MailTemplates
const template = (id: string) => mails[id]!
const invitation = {
  organisation: 'Sailbank',
  vendor: 'Farsail Support',
  contact: 'Wang Min',
  sender: 'Li Na',
  service: 'Outbound calls',
  due: '2026-12-08',
  questions: 48,
  minutes: 60,
  days: 14,
  link: 'https://custodia.example/l/abc',
}

describe('the questionnaire invitation', () => {
  test('says who asks, why, by when, how long, and has one button', () => {
    const { subject, text, html } = renderMail(template('questionnaire-invitation'), 'en', invitation)
    expect(subject).toBe('Sailbank asks Farsail Support to fill in a due-diligence questionnaire by 8 December 2026')
    for (const part of ['Li Na of Sailbank', 'Outbound calls', 'required to know', 'Due: 8 December 2026', '48 questions, about 60 minutes']) expect(text).toContain(part)
    expect(html.match(/<a /g)).toHaveLength(1)
    expect(text).not.toContain('Message:')
  })

  test('carries the sender’s note', () => {
    expect(renderMail(template('questionnaire-invitation'), 'en', { ...invitation, note: 'Call me.' }).text).toContain('Message: Call me.')
  })

  test('in Chinese reads as Chinese', () => {
    const { subject } = renderMail(template('questionnaire-invitation'), 'zh-CN', { ...invitation, organisation: '云帆银行', vendor: '远航客服' })
    expect(subject).toBe('云帆银行邀请远航客服填写尽职调查问卷，2026年12月8日前提交')
  })
})

test('a Latin name keeps its space in Chinese', () => {
  expect(renderMail(template('questionnaire-invitation'), 'zh-CN', { ...invitation, organisation: '云帆银行' }).subject).toContain('邀请 Farsail Support 填写')
})

test('the code stands by itself', () => {
  const { subject, text } = renderMail(template('access-code'), 'en', { organisation: 'Sailbank', code: '402913', minutes: 10 })
  expect(subject).toBe('Your code is 402913')
  expect(text).toContain('\n\n402913\n\n')
})

test('a refusal gives no reason away', () => {
  const places = placesOf(template('decided-refused'), 'en')
  expect([...new Set(places)].sort()).toEqual(['contact', 'link', 'organisation', 'sender', 'service', 'vendor'])
})

describe('whatever the values are', () => {
  const hostile = '<img src=x onerror="alert(1)">&\'"'

  test('they never become markup', () => {
    const { html } = renderMail(template('decided-approved'), 'en', { ...invitation, vendor: hostile, contact: hostile })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;&quot;')
  })

  test('they never break the subject line or turn the text around', () => {
    const { subject } = renderMail(template('decided-approved'), 'en', { ...invitation, vendor: 'A\r\nBcc: all@example.org\u202egnirts' })
    expect(subject).toBe('Sailbank has approved A Bcc: all@example.org gnirts')
  })

  test('they are not filled in again', () => {
    expect(renderMail(template('decided-approved'), 'en', { ...invitation, vendor: '{{link}}' }).subject).toBe('Sailbank has approved {{link}}')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'https://x.example/a b', 'https://x.example/"onmouseover'])('no button leads to %s', (link) => {
    expect(() => renderMail(template('decided-approved'), 'en', { ...invitation, link })).toThrow(RangeError)
  })

  test('a value that is missing is named, not left blank', () => {
    expect(() => renderMail(template('access-code'), 'en', { organisation: 'Sailbank' })).toThrow('no value for code, minutes')
  })
})

test('nothing is loaded from elsewhere and the language is declared', () => {
  for (const id of Object.keys(mails)) {
    for (const language of ['zh-CN', 'en'] as const) {
      const values = Object.fromEntries(placesOf(template(id), language).map((place) => [place, place === 'link' ? invitation.link : 'value']))
      const { html, text } = renderMail(template(id), language, { ...values, count: 2, minutes: 10, questions: 48, days: 14 })
      expect(html).toContain(`<html lang="${language}">`)
      expect(html).not.toMatch(/<(img|link|script|iframe|style)|url\(|@import|src=/)
      expect(text).not.toMatch(/<[a-z]|[{}]/)
    }
  }
})

test('the mails about a person’s account have the same form', () => {
  const account: MailTemplate = {
    subject: { 'zh-CN': '重设密码', en: 'Set a new password' },
    paragraphs: { 'zh-CN': ['{{name}}，您好：'], en: ['Hello {{name}},'] },
    button: { 'zh-CN': '重设密码', en: 'Set a new password' },
    after: { 'zh-CN': '忽略即可。', en: 'Else do nothing.' },
  }
  expect(renderMail(account, 'en', { name: 'Ana', link: 'https://x.example/r' }).text).toBe('Set a new password\n\nHello Ana,\n\nSet a new password:\nhttps://x.example/r\n\nElse do nothing.\n')
})
