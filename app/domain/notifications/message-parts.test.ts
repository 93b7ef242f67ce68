import { expect, test } from 'vitest'
import { layMail } from './mail-layout.ts'
import { messageParts } from './message-parts.ts'

const content = {
  subject: 's', preview: 'p', heading: 'Audit overdue', tone: 'plain' as const, items: [], after: [], footer: ['Sent by Custodia.'],
  button: { label: 'Open', link: 'https://custodia.example/audits/1', copy: 'Copy this' },
}

test('a message comes apart into its sentences and its labelled rows, in both languages', () => {
  const english = layMail({ ...content, language: 'en', paragraphs: ['The audit is late.'], rows: [{ label: 'What to do', value: 'Plan it: today.' }, { label: 'Due', value: '3 Dec' }] })
  expect(messageParts(english.text, ['What to do', 'Due'])).toEqual({
    what: ['The audit is late.'],
    rows: [{ label: 'What to do', value: 'Plan it: today.' }, { label: 'Due', value: '3 Dec' }],
  })
  const chinese = layMail({ ...content, language: 'zh-CN', paragraphs: ['审计已逾期。'], rows: [{ label: '要做什么', value: '立即安排。' }] })
  expect(messageParts(chinese.text, ['要做什么'])).toEqual({ what: ['审计已逾期。'], rows: [{ label: '要做什么', value: '立即安排。' }] })
})

test('a sentence with a colon is not taken for a row, and nothing of the footer or the link is shown', () => {
  const { text } = layMail({ ...content, language: 'en', paragraphs: ['Note: call the vendor.'], rows: [] })
  expect(messageParts(text, ['Due'])).toEqual({ what: ['Note: call the vendor.'], rows: [] })
})
