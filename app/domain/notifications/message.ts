import type { Locale } from '#app/i18n/locale.ts'
import { daysBetween, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { isLoud, type Alert, type AlertAction, type AlertSeverity } from './alert.ts'
import { sayingOf, type Reader, type Say, type WordBook } from './alert-words.ts'
import { layMail, type Mail, type MailContent } from './mail-layout.ts'
import { dateText, fillSentence, fillText, joinText, type MailData, type Reading } from './mail-text.ts'
import { whatComesNext } from './next-words.ts'
import type { LadderSubject, Where } from './subject.ts'

export type AlertMessage = {
  /** The table; the alert's own entry and the one it hands over to are looked up in it. */
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

/** Where the due date lies as the reader sees it; `daysPast` is negative before it. */
type Deadline = { due?: string | Date; daysPast?: number }

/**
 * The message of one stage for one reader: what, why, due, owner, link, what happens next and when (notifier.md rule 10).
 * Throws RangeError for an alert that the table or the words do not have, and for a vendor where the vendor has no words.
 */
export function alertMail(message: AlertMessage, book: WordBook): Mail {
  const { language, where, reader } = message
  const { alert, words } = entryOf(message, book)
  const readerWords = words[reader]
  if (!readerWords) throw new RangeError(`${message.alert} has no words for a ${reader}`)
  const { shared } = book
  const reading: Reading = { language, zone: where.zone }
  const deadline = deadlineOf(message)
  const values = valuesOf(message, deadline, book, reading)
  const data: MailData = { ...values, thing: fillSentence(words.thing, values, reading) }
  const news = message.stage === 'R' || message.stage === 'X' ? shared.news[message.stage] : undefined
  const say: Say = news ?? sayingOf(readerWords, message.stage, deadline.daysPast)
  const subject = fillText(say.subject ?? { 'zh-CN': alert.subject_zh, en: alert.subject_en }, data, reading)
  const what = fillSentence(say.what, data, reading)
  return layMail({
    language,
    subject: message.escalated ? fillText(shared.escalated.subject, { subject }, reading) : subject,
    preview: what,
    heading: news ? news.heading[language] : language === 'en' ? alert.en : alert.zh,
    tone: news ? 'plain' : toneOf(message.severity),
    paragraphs: [...(message.escalated ? [shared.escalated.what[language]] : []), what, ...happened(message, book)],
    rows: rowsOf(message, book, { todo: fillSentence(say.do, data, reading), deadline, reading }),
    items: message.items ?? [],
    button: { label: shared.labels.open[language], link: message.link, copy: shared.labels.copy[language] },
    after: [],
    footer: [fillSentence(shared.footer[reader], { ...data, alert: alert.id, stage: message.stage }, reading)],
  })
}

function entryOf({ alerts, alert: id }: AlertMessage, book: WordBook) {
  const alert = alerts.find((each) => each.id === id)
  const words = book.alerts[id]
  if (!alert || !words) throw new RangeError(`no such alert: ${id}`)
  return { alert, words }
}

function deadlineOf({ subject, now, where, due }: AlertMessage): Deadline {
  const dueOn = due ?? subject.due
  if (dueOn === undefined) return { due: subject.clockEnd }
  return { due: dueOn, daysPast: daysBetween(dueOn, localDate(now, where.zone)) }
}

/** The caller's values and those that the ladder knows itself. */
function valuesOf({ subject, now, where, data }: AlertMessage, { due, daysPast }: Deadline, book: WordBook, reading: Reading): MailData {
  return {
    date: localDate(now, where.zone),
    ...data,
    due,
    days: daysPast === undefined ? undefined : Math.abs(daysPast),
    left: subject.clockEnd && timeLeft(subject.clockEnd, now, book, reading),
  }
}

function timeLeft(end: Date, now: Date, { shared }: WordBook, reading: Reading): string {
  const total = Math.floor((end.getTime() - now.getTime()) / 60_000)
  if (total <= 0) return fillText(shared.left.none, {}, reading)
  const [hours, minutes] = [Math.floor(total / 60), total % 60]
  return fillText(hours > 0 ? shared.left.hours : shared.left.minutes, { hours, minutes }, reading)
}

function toneOf(severity: AlertSeverity): MailContent['tone'] {
  if (severity === 'critical') return 'critical'
  return isLoud(severity) ? 'attention' : 'plain'
}

/** What the system did by itself; to a vendor only what concerns it. */
function happened({ done, reader, language }: AlertMessage, { shared }: WordBook): string[] {
  return done.flatMap((action) => {
    const words = shared.actions[action]
    const said = reader === 'vendor' ? words.vendor?.done : words.done
    return said ? [said[language]] : []
  })
}

function rowsOf(
  message: AlertMessage,
  book: WordBook,
  { todo, deadline, reading }: { todo: string; deadline: Deadline; reading: Reading },
): MailContent['rows'] {
  const { language, reader, stage, clauses, owner, ackBy } = message
  const { labels, acknowledge, clause } = book.shared
  const confirm = ackBy && reader === 'member' ? fillSentence(acknowledge.member, { time: ackBy }, reading) : ''
  const why = clauses.map(({ id, title }) => (title ? fillText(clause, { id, title }, reading) : id)).join(language === 'en' ? ', ' : '、')
  const rows = [
    { label: labels.do, value: joinText([todo, confirm], language) },
    { label: labels.why, value: why },
    { label: labels.due, value: stage === 'X' ? '' : deadlineText(deadline, book, reading) },
    { label: labels.owner, value: owner ?? '' },
    { label: labels.next, value: whatComesNext(message, book) },
  ]
  return rows.filter((row) => row.value !== '').map(({ label, value }) => ({ label: label[language], value }))
}

function deadlineText({ due, daysPast }: Deadline, { shared }: WordBook, reading: Reading): string {
  if (due === undefined) return ''
  if (daysPast === undefined) return dateText(due, reading)
  const distance = daysPast < 0 ? shared.distance.before : daysPast === 0 ? shared.distance.today : shared.distance.overdue
  return fillSentence(distance, { due, days: Math.abs(daysPast) }, reading)
}
