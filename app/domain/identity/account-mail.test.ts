import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillAccountMail, type AccountMailTemplate } from './account-mail.ts'

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const template: AccountMailTemplate = {
  subject: both('For {{name}}', '致 {{name}}'),
  paragraphs: { en: ['Hello {{name}},', 'one hour.'], 'zh-CN': ['{{name}}，您好：', '一小时。'] },
  button: both('Open', '打开'),
  after: both('Bye.', '再会。'),
}
const link = 'https://custodia.example/reset/abc?x=1&y=2'

test('the text has the link on a line of its own', () => {
  expect(fillAccountMail(template, { language: 'zh-CN', link, values: { name: '周敏' } })).toMatchObject({
    subject: '致 周敏',
    text: `周敏，您好：\n\n一小时。\n\n打开\n${link}\n\n再会。`,
  })
})

test('whatever a name holds, it adds no markup and no line to the subject', () => {
  const tags = (html: string) => html.match(/<[^>]*>/g)
  const plain = fillAccountMail(template, { language: 'en', link, values: { name: 'Li' } })
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', '&', "'", 'a', '\n', '\r', '{', '}') }), (name) => {
      const mail = fillAccountMail(template, { language: 'en', link, values: { name } })
      return JSON.stringify(tags(mail.html)) === JSON.stringify(tags(plain.html)) && !/[\r\n]/.test(mail.subject)
    }),
  )
})
