import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { auditIsOverdue, delayIsObstruction, earliestAuditStart } from './audit-deadlines.ts'
import { AUDIT_STATES } from './audit.ts'

const calendar = businessCalendar({ holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workDays: ['2026-10-10'] })
const zone = 'Asia/Shanghai'

describe('a notice', () => {
  test('leaves ten business days before the start, holidays not counted', () => {
    const notice = { notifiedAt: new Date('2026-09-24T08:00:00Z'), special: false, noticeDays: 10, calendar, zone }
    expect(earliestAuditStart(notice)).toEqual(new Date('2026-10-13T16:00:00Z')) // midnight of 14 October in Shanghai
  })

  test('leaves 24 hours before a special audit', () => {
    const notice = { notifiedAt: new Date('2026-09-30T08:30:00Z'), special: true, noticeDays: 10, calendar, zone }
    expect(earliestAuditStart(notice)).toEqual(new Date('2026-10-01T08:30:00Z'))
  })
})

test('delay is obstruction only after ten business days and five more after a reminder', () => {
  const delay = { agreedStart: '2026-09-24', remindedOn: '2026-09-29' }
  expect(delayIsObstruction(delay, '2026-10-14', calendar)).toBe(false)
  expect(delayIsObstruction(delay, '2026-10-15', calendar)).toBe(true)
  expect(delayIsObstruction({ agreedStart: '2026-09-24' }, '2027-01-01', calendar)).toBe(false)
})

describe('overdue', () => {
  const audit = { state: 'planned', dueEffective: '2026-11-24' } as const

  test('starts the day after the due date, in every open state', () => {
    expect(auditIsOverdue(audit, '2026-11-24')).toBe(false)
    for (const state of AUDIT_STATES) {
      const expected = state !== 'closed' && state !== 'cancelled_terminated'
      expect([state, auditIsOverdue({ ...audit, state }, '2026-11-25')]).toEqual([state, expected])
    }
  })

  test('lasts for a refused audit until a later one is completed or the vendor has ended', () => {
    const refused = { ...audit, state: 'refused' } as const
    expect(auditIsOverdue({ ...refused, laterAuditCompleted: true }, '2027-01-01')).toBe(false)
    expect(auditIsOverdue({ ...refused, vendorEnded: true }, '2027-01-01')).toBe(false)
    expect(auditIsOverdue({ ...audit, laterAuditCompleted: true }, '2027-01-01')).toBe(true)
  })
})
