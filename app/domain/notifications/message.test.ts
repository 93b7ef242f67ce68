import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { businessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { addDays, atLocalTime } from '#app/domain/organisations/calendar-dates.ts'
import { ALERT_ACTIONS, type AlertBook } from './alert.ts'
import type { AlertWordBook, SharedWords, WordBook } from './alert-words.ts'
import { ALERT_PLACES } from './check-words.ts'
import { alertMail, type AlertMessage } from './message.ts'

const read = <T>(name: string) => parse(readFileSync(new URL(`../../../templates/${name}`, import.meta.url), 'utf8')) as T
const { alerts } = read<AlertBook>('alerts/alerts.yaml')
const book: WordBook = { alerts: read<AlertWordBook>('emails/alerts.yaml').alerts, shared: read<SharedWords>('emails/shared.yaml') }
const where = { calendar: businessCalendar({ holidays: [], workDays: [] }), zone: 'Asia/Shanghai' }

const audit: AlertMessage = {
  alerts,
  alert: 'N-01',
  stage: 'T-7',
  severity: 'warning',
  done: [],
  subject: { id: 'a1', openedAt: atLocalTime('2027-01-01', '08:00', where.zone), due: '2027-03-01' },
  reader: 'member',
  language: 'en',
  now: atLocalTime('2027-02-22', '09:00', where.zone),
  where,
  data: { organisation: 'Sailbank', vendor: 'Farsail Support' },
  owner: 'Li Na',
  clauses: [{ id: 'R7.3.1', title: 'Yearly audit' }],
  link: 'https://custodia.example/audits/a1',
}
const mail = (change: Partial<AlertMessage> = {}) => alertMail({ ...audit, ...change }, book)
const on = (date: string) => atLocalTime(date, '09:00', where.zone)
const chinese = { language: 'zh-CN' as const, data: { organisation: '云帆银行', vendor: '远航客服' } }

test('a message says what, what to do, why, by when, who, where, and what comes next', () => {
  expect(mail()).toMatchObject({ subject: '[Audit] Farsail Support audit due 1 March 2027 (7 days left)' })
  expect(mail().text).toBe(
    [
      'Audit coming up',
      'The audit of Farsail Support is due on 1 March 2027, 7 days from now.',
      'What to do: Agree the dates with the vendor, send the notice and start in time.\nWhy: R7.3.1 (Yearly audit)\nDue: 1 March 2027 (7 days left)\nOwner: Li Na\nWhat happens next: If nothing changes, this goes up to compliance and the head of compliance on 28 February 2027.',
      'Open:\nhttps://custodia.example/audits/a1',
      '-- \nSent by Custodia at Sailbank under its alert rules (N-01, T-7). It contains no customer information.\n',
    ].join('\n\n'),
  )
})

test('in Chinese, without spaces between Chinese words', () => {
  const { subject, text } = mail(chinese)
  expect(subject).toBe('【审计】远航客服 审计将于2027年3月1日到期（剩7天）')
  expect(text).toContain('远航客服的审计应在2027年3月1日前完成，还有7天。')
  expect(text).toContain('接下来：2027年2月28日仍未解决的，将升级通知合规和合规负责人。')
})

test('one day is not "1 days"', () => {
  expect(mail({ now: on('2027-02-28') }).subject).toBe('[Audit] Farsail Support audit due 1 March 2027 (1 day left)')
})

describe('the words follow the ladder', () => {
  test('the due day has its own', () => {
    expect(mail({ stage: 'T0', now: on('2027-03-01') }).subject).toBe('[Audit] Farsail Support audit is due today')
  })

  test('after N-01 comes N-02', () => {
    expect(mail({ stage: 'T0', now: on('2027-03-01') }).text).toContain('this goes up to compliance, the head of compliance, and the business owner on 2 March 2027')
  })

  test('what the system did stands in the message, and what it will do next', () => {
    const { text } = mail({ alert: 'N-02', stage: 'T+30', severity: 'critical', done: ['propose_suspension'], now: on('2027-03-31'), ackBy: atLocalTime('2027-03-31', '13:00', where.zone) })
    expect(text).toContain('The system proposes to suspend the supply of customer information to this vendor; a person decides.')
    expect(text).toContain('Acknowledge it by 31 March 2027 at 13:00, or it goes one level up.')
    expect(text).toContain('What happens next: If nothing changes, the system will suspend the supply of customer information on 30 April 2027. An urgent notice goes to the head of compliance and the executives.')
  })

  test('R gives the new date, X the end', () => {
    expect(mail({ stage: 'R', severity: 'info', subject: { ...audit.subject, due: '2027-03-20' } }).subject).toBe('[Rescheduled] Now due 20 March 2027: audit of Farsail Support')
    const end = mail({ stage: 'X', severity: 'info', subject: { ...audit.subject, stoppedAt: on('2027-02-22') } })
    expect(end.subject).toBe('[Resolved] audit of Farsail Support')
    expect(end.text).toContain('What happens next: No more reminders about this.')
    expect(end.text).not.toContain('Due:')
  })

  test('N-10 says until when to acknowledge, and who is next by the hour', () => {
    const { subject, text, html } = mail({
      ...chinese,
      alert: 'N-10',
      stage: 'at once',
      severity: 'critical',
      subject: { id: 'c1', openedAt: atLocalTime('2026-09-18', '18:00', where.zone) },
      now: atLocalTime('2026-09-18', '18:00', where.zone),
      ackBy: atLocalTime('2026-09-18', '20:00', where.zone),
      data: { ...chinese.data, violation: '超出授权的目的使用客户信息', case: 'C-14' },
    })
    expect(subject).toBe('【必须终止】远航客服 查实违规（超出授权的目的使用客户信息），请立即终止合作')
    expect(text).toContain('请在2026年9月18日 20:00前确认收到')
    expect(text).toContain('接下来：2026年9月18日 20:00仍未解决的，将紧急通知管理层。')
    expect(html).toContain('#a3172c')
  })

  test('an escalated message says so', () => {
    const { subject, text } = mail({ escalated: true })
    expect(subject).toMatch(/^\[Escalated\] \[Audit\]/)
    expect(text).toContain('Nobody acknowledged this message in time.')
  })

  test('an incident clock counts down', () => {
    const clock = { id: 'i1', openedAt: on('2027-03-01'), clockEnd: atLocalTime('2027-03-01', '13:00', where.zone) }
    const half = { alert: 'N-12', subject: clock, data: { ...audit.data, incident: 'I-7', clock: 'regulator report' } }
    expect(mail({ ...half, stage: '50% of clock', now: atLocalTime('2027-03-01', '11:29', where.zone) }).subject).toBe('[Incident] I-7 regulator report: 1 h 31 min left')
    expect(mail({ ...half, stage: '100% of clock', now: clock.clockEnd }).subject).toBe('[Incident] I-7 regulator report: time is up')
  })
})

describe('a vendor', () => {
  const logs: Partial<AlertMessage> = {
    alert: 'N-08',
    reader: 'vendor',
    subject: { id: 'g1', openedAt: on('2026-10-01'), due: '2026-11-01', graceDays: 5 },
    data: { ...audit.data, period: '2026-10' },
  }

  test('reads of what concerns it and when', () => {
    const { subject, text } = mail({ ...logs, stage: 'T+grace', severity: 'high', now: on('2026-11-06'), done: ['send_first_demand', 'open_violation_v17'] })
    expect(subject).toBe('[Written demand] Farsail Support access log for October 2026 not delivered')
    expect(text).toContain('the supply of customer information to your company will be suspended on 7 November 2026')
    expect(text).not.toContain('V-17')
  })

  test('never reads of suspicion', () => {
    const { text } = mail({ ...logs, stage: 'T+grace+5bd', severity: 'high', now: on('2026-11-13'), done: ['send_second_demand'] })
    expect(text).not.toMatch(/V-\d\d|suspected/)
    expect(text).toContain('No further automatic reminder follows.')
  })

  test('is not written to about an alert that is not for it', () => {
    expect(() => mail({ alert: 'N-09', reader: 'vendor' })).toThrow('N-09 has no words for a vendor')
  })

  test('may have a due of its own', () => {
    const task = { alert: 'N-14', stage: 'D+20', reader: 'vendor' as const, due: '2027-02-26', data: { ...audit.data, dsr: 'D-8', type: 'delete' } }
    expect(mail(task).text).toContain('is due on 26 February 2027, 4 days from now')
  })
})

describe('every stage of every alert, for every reader, in both languages', () => {
  const data = Object.fromEntries(ALERT_PLACES.flatMap((place) => (['due', 'days', 'left', 'thing'].includes(place) ? [] : [[place, place === 'organisation' ? 'Sailbank' : `<${place}>`]])))
  const cases = alerts.flatMap((alert) => [...new Set(alert.ladder.map((rung) => rung.stage)), 'R', 'X'].map((stage) => [alert.id, stage] as const))

  test.each(cases)('%s %s', (id, stage) => {
    const alert = alerts.find((each) => each.id === id)!
    const readers = alert.ladder.some((rung) => rung.to.includes('vendor')) ? (['member', 'vendor'] as const) : (['member'] as const)
    for (const reader of readers) {
      for (const language of ['zh-CN', 'en'] as const) {
        for (const days of [-7, 0, 40]) {
          const subject = { id: 's', openedAt: on('2027-01-01'), due: '2027-03-01', clockEnd: on('2027-03-02'), facts: { severity: 'high' } }
          const message = mail({ alert: id, stage, severity: 'high', reader, language, subject, data, now: on(addDays('2027-03-01', days)), done: reader === 'member' ? [...ALERT_ACTIONS] : [] })
          expect(message.subject).not.toMatch(/[{}—]|undefined/)
          expect(message.text).not.toMatch(/[{}—]|undefined/)
          expect(message.html).not.toMatch(/<(vendor|finding|case)>|https?:\/\/(?!custodia\.example)/)
          if (reader === 'vendor') expect(message.text).not.toMatch(/V-\d\d|score|评分/)
        }
      }
    }
  })
})
