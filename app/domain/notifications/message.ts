import type { Locale } from '#app/i18n/locale.ts'
import { daysBetween, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { isLoud, type Alert, type AlertAction, type AlertSeverity } from './alert.ts'
import { sayingOf, type Reader, type Say, type WordBook } from './alert-words.ts'
import { layMail, type Mail, type MailContent } from './mail-layout.ts'
import { dateText, fillSentence, fillText, type MailData, type Reading, type Words } from './mail-text.ts'
import { whatComesNext } from './next-words.ts'
import type { LadderSubject, Where } from './subject.ts'

export type AlertMessage = {
  /** The table; the alert's own and the one it hands over to are looked up in it. */
  alerts: Alert[]
  alert: string
  stage: string
  severity: AlertSeverity
  /** Actions that ran with this stage. */
  done: AlertAction[]
  subject: LadderSubject
  reader: Reader
  language: Locale
  now: Date
  where: Where
  /** Values for {vendor}, {finding}, {period} …: names and numbers, never customer information; `organisation` always. */
  data: MailData
  /** Another due for this reader, such as a vendor's own task (N-14). */
  due?: string
  owner?: string
  clauses: { id: string; title?: string }[]
  link: string
  ackBy?: Date
  /** It went one role up because nobody acknowledged it. */
  escalated?: boolean
  /** Lines of a digest. */
  items?: MailContent['items']
}

/**
 * The message of one stage for one reader: what, why, due, owner, link, what happens next and when (notifier.md rule 10).
 * Throws RangeError for an alert that the table or the words do not have, and for a vendor where the vendor has no words.
 */
export function alertMail(message: AlertMessage, book: WordBook): Mail {
  const { language, where, reader, severity, link } = message
  const alert = message.alerts.find((each) => each.id === message.alert)
  const words = book.alerts[message.alert]
  if (!alert || !words) throw new RangeError(`no such alert: ${message.alert}`)
  const readerWords = words[reader]
  if (!readerWords) throw new RangeError(`${message.alert} has no words for a ${reader}`)
  const reading: Reading = { language, zone: where.zone }
  const { data, daysPast, due } = valuesOf(message, book, reading)
  const news = message.stage === 'R' || message.stage === 'X' ? book.shared.news[message.stage] : undefined
  const say: Say = news ?? sayingOf(readerWords, message.stage, daysPast)
  const all: MailData = { ...data, thing: fillSentence(words.thing, data, reading) }
  const plain = fillText(say.subject ?? { 'zh-CN': alert.subject_zh, en: alert.subject_en }, all, reading)
  const subject = message.escalated ? fillText(book.shared.escalated.subject, { subject: plain }, reading) : plain
  const what = fillSentence(say.what, all, reading)
  return layMail({
    language,
    subject,
    preview: what,
    heading: news ? fillSentence(words.thing, data, reading) : headingOf(alert, language),
    tone: news ? 'plain' : severity === 'critical' ? 'critical' : isLoud(severity) ? 'attention' : 'plain',
    paragraphs: [...(message.escalated ? [book.shared.escalated.what[language]] : []), what, ...happened(message, book)],
    rows: rowsOf(message, book, { do: fillSentence(say.do, all, reading), due, daysPast, reading }),
    items: message.items ?? [],
    button: { label: book.shared.labels.open[language], link, copy: book.shared.labels.copy[language] },
    after: [],
    footer: [fillSentence(book.shared.footer[reader], { ...all, alert: alert.id, stage: message.stage }, reading)],
  })
}

type Row = MailContent['rows'][number]

function rowsOf(message: AlertMessage, book: WordBook, { do: todo, due, daysPast, reading }: { do: string; due?: string | Date; daysPast?: number; reading: Reading }): Row[] {
  const { language, ackBy, reader, stage, clauses, owner } = message
  const { labels, acknowledge, distance } = book.shared
  const row = (label: Words, value: string | undefined): Row[] => (value ? [{ label: label[language], value }] : [])
  const situation = daysPast === undefined ? undefined : daysPast < 0 ? 'before' : daysPast === 0 ? 'today' : 'overdue'
  const dueText = due === undefined ? undefined : situation ? fillSentence(distance[situation], { due, days: Math.abs(daysPast ?? 0) }, reading) : dateText(due, reading)
  const confirm = ackBy && reader === 'member' ? fillSentence(acknowledge.member, { time: ackBy }, reading) : ''
  const separator = language === 'en' ? ' ' : ''
  return [
    ...row(labels.do, [todo, confirm].filter(Boolean).join(separator)),
    ...row(labels.why, clauses.map((clause) => (clause.title ? (language === 'en' ? `${clause.id} (${clause.title})` : `${clause.id}（${clause.title}）`) : clause.id)).join(language === 'en' ? ', ' : '、')),
    ...row(labels.due, stage === 'X' ? undefined : dueText),
    ...row(labels.owner, owner),
    ...row(labels.next, whatComesNext(message, book)),
  ]
}

/** Due and distance as the reader sees them, and the values that the engine knows itself. */
function valuesOf(message: AlertMessage, book: WordBook, reading: Reading): { data: MailData; daysPast?: number; due?: string | Date } {
  const { subject, now, where } = message
  const today = localDate(now, where.zone)
  const dueOn = message.due ?? subject.due
  const daysPast = dueOn === undefined ? undefined : daysBetween(dueOn, today)
  const due = dueOn ?? subject.clockEnd
  return {
    data: {
      date: today,
      ...message.data,
      due,
      days: daysPast === undefined ? undefined : Math.abs(daysPast),
      left: subject.clockEnd && timeLeft(subject.clockEnd, now, book, reading),
    },
    daysPast,
    due,
  }
}

function timeLeft(end: Date, now: Date, { shared }: WordBook, reading: Reading): string {
  const total = Math.floor((end.getTime() - now.getTime()) / 60_000)
  if (total <= 0) return fillText(shared.left.none, {}, reading)
  const [hours, minutes] = [Math.floor(total / 60), total % 60]
  return fillText(hours > 0 ? shared.left.hours : shared.left.minutes, { hours, minutes }, reading)
}

/** What the system did by itself; to a vendor only what concerns it. */
function happened({ done, reader, language }: AlertMessage, { shared }: WordBook): string[] {
  return done.flatMap((action) => {
    const words = shared.actions[action]
    const said = reader === 'vendor' ? words.vendor?.done : words.done
    return said ? [said[language]] : []
  })
}

function headingOf(alert: Alert, language: Locale): string {
  return language === 'en' ? alert.en : alert.zh
}
