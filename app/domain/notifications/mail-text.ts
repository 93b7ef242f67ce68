import type { Locale } from '#app/i18n/locale.ts'
import { lastLocalDay, localDate, localMidnight } from '../organisations/calendar-dates.ts'

/** One text in both languages. */
export type Words = Record<Locale, string>

/** Dates are 'YYYY-MM-DD', months 'YYYY-MM', both written out for the reader; a Date is an instant and is shown in the zone. */
type MailValue = string | number | Date
export type MailData = Readonly<Record<string, MailValue | undefined>>

export type Reading = { language: Locale; zone: string }

const PLACE = /\{\{(\w+)\}\}|\{(\w+)\}/g
const COUNTED = /(\{\{?)(\w+)(\}\}?) ([a-z]+)s\b/g
// controls, line breaks and bidirectional overrides: none belongs in one line of a mail, least of all in its subject
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

const BETWEEN_CHINESE = /(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]) +(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”])/g

/** The places of a text, such as 'vendor' and 'due'. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1] ?? match[2] ?? '')
}

/** Fills {{places}} (or {places}) with values written in the reader's way; a place without a value becomes a dash. */
export function fillText(words: Words, data: MailData, reading: Reading): string {
  const { language } = reading
  const text = language === 'en' ? inSingular(words.en, data) : words[language]
  return text.replace(PLACE, (_, double?: string, single?: string) => valueText(data, double ?? single ?? '', reading))
}

/** Running text: in Chinese the space that a template leaves around a Latin name goes where the name is Chinese. */
export function fillSentence(words: Words, data: MailData, reading: Reading): string {
  const text = fillText(words, data, reading)
  return reading.language === 'zh-CN' ? text.replace(BETWEEN_CHINESE, '') : text
}

/** Names joined the way the language joins them. */
export function listText(items: string[], language: Locale): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
}

/** Sentences one after the other; empty ones fall away. */
export function joinText(sentences: string[], language: Locale): string {
  return sentences.filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : '')
}

/** A date or an instant with its time, written out. Midnight is the end of the day before: what is due then is due on that day. */
export function dateText(value: string | Date, reading: Reading): string {
  if (value instanceof Date && value.getTime() === localMidnight(localDate(value, reading.zone), reading.zone).getTime())
    return `${dateText(lastLocalDay(value, reading.zone), reading)}${reading.language === 'en' ? ' at ' : ' '}24:00`
  if (value instanceof Date) return dateFormat(reading, { dateStyle: 'long', timeStyle: 'short', timeZone: reading.zone }).format(value)
  return dateFormat(reading, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
}

function monthText(month: string, reading: Reading): string {
  return dateFormat(reading, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

function dateFormat({ language }: Reading, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options)
}

/** "{{n}} days" for one is "1 day". */
function inSingular(text: string, data: MailData): string {
  return text.replace(COUNTED, (whole: string, open: string, name: string, close: string, noun: string) =>
    data[name] === 1 ? `${open}${name}${close} ${noun}` : whole,
  )
}

/** A word of its own for one language may be given as `name_zh` and `name_en`. */
function valueText(data: MailData, name: string, reading: Reading): string {
  const value = data[`${name}_${reading.language === 'en' ? 'en' : 'zh'}`] ?? data[name]
  if (value === undefined || value === '') return '—'
  if (value instanceof Date) return dateText(value, reading)
  if (typeof value === 'number') return new Intl.NumberFormat(reading.language).format(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateText(value, reading)
  if (/^\d{4}-\d{2}$/.test(value)) return monthText(value, reading)
  return value.replace(UNPRINTABLE, ' ').trim()
}
