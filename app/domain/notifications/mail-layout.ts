import type { Locale } from '#app/i18n/locale.ts'

/** A mail with its words in place, all of them plain text. */
export type MailContent = {
  language: Locale
  subject: string
  /** The line that mail programs show beside the subject. */
  preview: string
  heading: string
  /** Colour of the rule above the heading: critical by law, in need of care, or ordinary. */
  tone: 'plain' | 'attention' | 'critical'
  paragraphs: string[]
  rows: { label: string; value: string }[]
  items: { text: string; note: string; link?: string }[]
  code?: string
  button?: { label: string; link: string; copy: string }
  after: string[]
  footer: string[]
}

export type Mail = { subject: string; text: string; html: string }

const INK = '#15201e'
const MUTED = '#53605c'
const LINE = '#d8deda'
const ACCENT = '#0c5a5b'
const TONES = { plain: ACCENT, attention: '#815500', critical: '#a3172c' }
const FONTS = "-apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','Microsoft YaHei UI','Microsoft YaHei','Noto Sans SC',sans-serif"

/** Subject, plain text and HTML of a mail. Nothing in the words becomes markup and nothing is loaded from elsewhere. */
export function layMail(content: MailContent): Mail {
  return { subject: content.subject.replace(/\s+/g, ' ').trim(), text: plainText(content), html: markup(content) }
}

function plainText({ language, heading, paragraphs, rows, items, code, button, after, footer }: MailContent): string {
  const colon = language === 'en' ? ': ' : '：'
  const blocks = [
    heading,
    ...paragraphs,
    rows.map((row) => `${row.label}${colon}${row.value}`).join('\n'),
    items.map((item) => [`- ${item.text}${item.note ? ` (${item.note})` : ''}`, item.link].filter(Boolean).join('\n  ')).join('\n'),
    code ?? '',
    button ? `${button.label}${colon.trim()}\n${safeLink(button.link)}` : '',
    ...after,
    footer.length > 0 ? `-- \n${footer.join('\n')}` : '',
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function markup(content: MailContent): string {
  const { language, subject, preview, heading, tone, paragraphs, after, footer, code } = content
  const leading = language === 'en' ? 1.5 : 1.7
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:0;background:#eef1ef;color:${INK};font-family:${FONTS};font-size:16px;line-height:${leading}">`,
    `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr><td align="center" style="padding:24px 12px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;max-width:600px;background:#ffffff"><tr>',
    `<td style="padding:28px 28px 20px;border-top:4px solid ${TONES[tone]};text-align:left">`,
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.4;font-weight:600">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map(paragraph),
    rowsMarkup(content),
    itemsMarkup(content),
    code === undefined ? '' : `<p style="margin:0 0 16px;font-size:32px;font-weight:600;font-family:Consolas,Menlo,monospace">${escapeHtml(code)}</p>`,
    buttonMarkup(content),
    ...after.map(paragraph),
    `</td></tr><tr><td style="padding:0 28px 24px;font-size:13px;color:${MUTED}">`,
    ...footer.map((line) => `<p style="margin:0;padding-top:12px;border-top:1px solid ${LINE}">${escapeHtml(line)}</p>`),
    '</td></tr></table></td></tr></table></body></html>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function rowsMarkup({ rows }: MailContent): string {
  if (rows.length === 0) return ''
  const cell = `padding:8px 0;border-top:1px solid ${LINE};vertical-align:top`
  const lines = rows.map(
    (row) =>
      `<tr><th scope="row" style="${cell};padding-right:16px;width:96px;text-align:left;font-weight:400;color:${MUTED}">${escapeHtml(row.label)}</th><td style="${cell}">${escapeHtml(row.value)}</td></tr>`,
  )
  return `<table cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse;margin:0 0 20px;font-size:15px">${lines.join('')}</table>`
}

function itemsMarkup({ items }: MailContent): string {
  if (items.length === 0) return ''
  const line = ({ text, note, link }: MailContent['items'][number]) => {
    const words = link === undefined ? escapeHtml(text) : `<a href="${escapeHtml(safeLink(link))}" style="color:${ACCENT}">${escapeHtml(text)}</a>`
    return `<li style="margin:0 0 8px">${words}${note ? ` <span style="color:${MUTED}">${escapeHtml(note)}</span>` : ''}</li>`
  }
  return `<ul style="margin:0 0 20px;padding-left:20px">${items.map(line).join('')}</ul>`
}

function buttonMarkup({ button }: MailContent): string {
  if (!button) return ''
  const link = escapeHtml(safeLink(button.link))
  return [
    `<p style="margin:0 0 12px"><a href="${link}" style="display:inline-block;padding:10px 20px;background:${ACCENT};color:#ffffff;text-decoration:none;border-radius:3px;font-weight:600">${escapeHtml(button.label)}</a></p>`,
    `<p style="margin:0 0 16px;font-size:13px;color:${MUTED};overflow-wrap:anywhere">${escapeHtml(button.copy)}<br>${link}</p>`,
  ].join('\n')
}

/** Throws RangeError for anything but an http or https address. */
function safeLink(link: string): string {
  if (!/^https?:\/\/[^\s<>"]+$/.test(link)) throw new RangeError('a mail links to http or https only')
  return link
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
