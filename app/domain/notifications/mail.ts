import type { Locale } from '#app/i18n/locale.ts'
import { layMail, type Mail, type MailContent } from './mail-layout.ts'
import { fillSentence, fillText, placesIn, type MailData, type Words } from './mail-text.ts'

type Paragraphs = Record<Locale, string[]>
type Row = { label: Words; value: Words; when?: string }

/** A mail of templates/emails (account.yaml, vendor.yaml); explained there. The button leads to the value `link`. */
export type MailTemplate = {
  subject: Words
  heading?: Words
  tone?: MailContent['tone']
  paragraphs: Paragraphs
  rows?: Row[]
  code?: string
  button?: Words
  after?: Words | Paragraphs
  copy?: Words
  footer?: Words
}

export type MailTemplates = { version: string; mails: Record<string, MailTemplate> }

/** The mail in the reader's language; throws RangeError for a value that the template asks for and the data lack. */
export function renderMail(template: MailTemplate, language: Locale, data: MailData, zone = 'UTC'): Mail {
  const reading = { language, zone }
  const rows = (template.rows ?? []).filter((row) => row.when === undefined || isGiven(data[row.when]))
  const lacking = [...new Set(placesOf({ ...template, rows }, language))].filter((name) => !isGiven(data[name]))
  if (lacking.length > 0) throw new RangeError(`no value for ${lacking.join(', ')}`)
  const say = (words: string) => fillSentence({ 'zh-CN': words, en: words }, data, reading)
  const [first, ...rest] = template.paragraphs[language].map(say)
  return layMail({
    language,
    subject: fillSentence(template.subject, data, reading),
    preview: rest[0] ?? first ?? '',
    heading: fillSentence(template.heading ?? template.subject, data, reading),
    tone: template.tone ?? 'plain',
    paragraphs: template.paragraphs[language].map(say),
    rows: rows.map(({ label, value }) => ({ label: label[language], value: fillSentence(value, data, reading) })),
    items: [],
    code: template.code && fillText({ 'zh-CN': template.code, en: template.code }, data, reading),
    button: template.button && { label: template.button[language], link: String(data.link), copy: template.copy?.[language] ?? '' },
    after: afterOf(template, language).map(say),
    footer: template.footer ? [say(template.footer[language])] : [],
  })
}

/** Every place that the mail fills in one language, `link` for its button included. */
export function placesOf(template: MailTemplate, language: Locale): string[] {
  const texts = [
    template.subject[language],
    template.heading?.[language] ?? '',
    ...template.paragraphs[language],
    ...(template.rows ?? []).map((row) => row.value[language]),
    template.code ?? '',
    ...afterOf(template, language),
    template.footer?.[language] ?? '',
  ]
  return [...texts.flatMap(placesIn), ...(template.button ? ['link'] : [])]
}

function afterOf({ after }: MailTemplate, language: Locale): string[] {
  return after === undefined ? [] : [after[language]].flat()
}

function isGiven(value: MailData[string]): boolean {
  return value !== undefined && value !== ''
}
