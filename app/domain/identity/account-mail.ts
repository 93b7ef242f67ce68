import type { Locale } from '#app/i18n/locale.ts'

type Words = Record<Locale, string>
export type AccountMailTemplate = { subject: Words; paragraphs: Record<Locale, string[]>; button: Words; after: Words }
export type AccountMail = { subject: string; text: string; html: string }

/** Fills a mail in the reader's language. Values are text: nothing in them becomes markup. */
export function fillAccountMail(template: AccountMailTemplate, { language, link, values }: { language: Locale; link: string; values: Record<string, string> }): AccountMail {
  const fill = (words: string, escape = (text: string) => text) => words.replace(/{{(\w+)}}/g, (_, name: string) => escape(values[name] ?? ''))
  const { subject, paragraphs, button, after } = template
  return {
    subject: fill(subject[language]).replace(/\s+/g, ' '),
    text: [...paragraphs[language].map((each) => fill(each)), `${button[language]}\n${link}`, fill(after[language])].join('\n\n'),
    html: [
      `<div lang="${language}">`,
      ...paragraphs[language].map((each) => `<p>${fill(each, escapeHtml)}</p>`),
      `<p><a href="${escapeHtml(link)}">${button[language]}</a></p>`,
      `<p>${escapeHtml(link)}</p>`,
      `<p>${fill(after[language], escapeHtml)}</p>`,
      '</div>',
    ].join('\n'),
  }
}

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? '')
