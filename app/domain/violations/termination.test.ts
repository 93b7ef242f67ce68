import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { addDays, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { caseDeadline, noticeDeadline } from './deadlines.ts'
import { EXIT_STEPS, exitSteps, openMandatorySteps, type Termination, TERMINATION_STEPS, terminationSteps, type TerminationStepId } from './termination.ts'

const calendar = businessCalendar({
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workDays: ['2026-09-20', '2026-10-10'],
})
const clock = { calendar, zone: 'Asia/Shanghai' }
const mustTerminateAt = new Date('2026-11-23T08:20:00Z') // Monday 16:20 in Shanghai
const noticeAt = new Date('2026-11-24T03:00:00Z')
const steps = (change: Partial<Termination> = {}) => terminationSteps({ ...clock, mustTerminateAt, ...change })
const step = (id: TerminationStepId, change?: Partial<Termination>) => steps(change).find((each) => each.id === id)

test('the notice is due at the end of the next business day, a working Sunday included', () => {
  const fridayEvening = new Date('2026-09-18T10:00:00Z')
  expect(noticeDeadline(fridayEvening, clock)).toEqual({ dueOn: '2026-09-20', dueAt: new Date('2026-09-20T16:00:00Z') })
})

test('all seventeen steps come in order, with owners and duty', () => {
  expect(steps().map(({ id, owners, mandatory }) => ({ id, owners, mandatory }))).toEqual(TERMINATION_STEPS)
})

test('hours run from the exact minute', () => {
  const at = (id: TerminationStepId) => step(id)?.dueAt?.toISOString()
  expect(at('W-01')).toBe('2026-11-23T08:20:00.000Z')
  expect(at('W-03')).toBe('2026-11-23T12:20:00.000Z')
  expect(at('W-05')).toBe('2026-11-24T08:20:00.000Z')
  expect(at('W-07')).toBe('2026-11-26T08:20:00.000Z')
  expect(step('W-02')?.parts).toEqual([
    { id: 'platform_tokens', dueAt: new Date('2026-11-23T09:20:00Z') },
    { id: 'all_accounts', dueAt: new Date('2026-11-24T08:20:00Z') },
  ])
  expect(step('W-07')?.parts.map((part) => part.dueAt.toISOString())).toEqual(['2026-11-24T08:20:00.000Z', '2026-11-26T08:20:00.000Z'])
})

test.each([
  ['W-06', '2026-11-24'],
  ['W-08', '2026-11-26'],
  ['W-09', '2026-11-30'],
  ['W-10', '2026-12-04'],
  ['W-11', '2026-12-24'],
  ['W-12', '2026-12-29'],
  ['W-14', '2026-11-24'],
  ['W-15', '2026-12-23'],
  ['W-16', '2026-12-23'],
] as const)('%s is due on %s', (id, dueOn) => {
  const found = step(id, { noticeAt })
  expect(found?.dueOn).toBe(dueOn)
  expect(found?.dueAt).toEqual(new Date(`${dueOn}T16:00:00Z`)) // 24:00 in Shanghai
})

describe('return and deletion', () => {
  test('count from the notice’s arrival', () => {
    const sameDay = new Date('2026-11-23T09:00:00Z')
    expect(step('W-11', { noticeAt: sameDay })?.dueOn).toBe('2026-12-23')
  })

  test('count from one business day after must-terminate at the latest, however late the notice', () => {
    expect(step('W-11')?.dueOn).toBe('2026-12-24')
    expect(step('W-11', { noticeAt: new Date('2026-12-15T00:00:00Z') })?.dueOn).toBe('2026-12-24')
  })

  test('follow the agreement’s own days', () => {
    const parameters = { returnDays: 1, deletionDays: 7, certificateDays: 2, remedyPlanDays: 1 }
    const due = (id: TerminationStepId) => step(id, { noticeAt, parameters })?.dueOn
    expect([due('W-08'), due('W-10'), due('W-11'), due('W-12')]).toEqual(['2026-11-24', '2026-11-25', '2026-12-01', '2026-12-03'])
  })

  test('an early deletion pulls the certificate forward, a late one does not push it', () => {
    expect(step('W-12', { noticeAt, deletedAt: new Date('2026-12-01T02:00:00Z') })?.dueOn).toBe('2026-12-06')
    expect(step('W-12', { noticeAt, deletedAt: new Date('2027-02-01T02:00:00Z') })?.dueOn).toBe('2026-12-29')
  })
})

test('verification has no deadline before the certificate is in, then fifteen days', () => {
  expect(step('W-13', { noticeAt })).toMatchObject({ dueAt: undefined, dueOn: undefined, plannedOn: '2027-01-13' })
  expect(step('W-13', { noticeAt, certifiedAt: new Date('2026-12-20T02:00:00Z') })).toMatchObject({ dueOn: '2027-01-04', plannedOn: '2027-01-04' })
})

test('the ban entry waits for the effective date, closing for everything', () => {
  expect(step('W-14')).toMatchObject({ dueAt: undefined, plannedOn: '2026-11-24' })
  expect(step('W-14', { effectiveAt: new Date('2026-11-30T02:00:00Z') })?.dueOn).toBe('2026-11-30')
  expect(step('W-17', { noticeAt })).toMatchObject({ dueAt: undefined, plannedOn: undefined })
})

test('an ordinary ending has the exit steps only, counted from the day it takes effect', () => {
  const exit = exitSteps({ ...clock, effectiveAt: new Date('2026-12-31T16:00:00Z') })
  expect(exit.map((each) => each.id)).toEqual([...EXIT_STEPS])
  expect(exit.map((each) => each.dueOn)).toEqual(['2027-01-02', '2027-01-11', '2027-01-31', '2027-02-05', undefined, undefined])
})

test('a case closes when each mandatory step is done or waived with a reason', () => {
  const doneAt = noticeAt
  const records = TERMINATION_STEPS.filter((each) => each.mandatory && each.id !== 'W-17').map((each) => ({ id: each.id, doneAt }))
  expect(openMandatorySteps(TERMINATION_STEPS, records)).toEqual([])
  expect(openMandatorySteps(TERMINATION_STEPS, records.slice(1))).toEqual(['W-01'])
  expect(openMandatorySteps(TERMINATION_STEPS, [...records.slice(1), { id: 'W-01', waiverReason: ' ' }])).toEqual(['W-01'])
  expect(openMandatorySteps(TERMINATION_STEPS, [...records.slice(1), { id: 'W-01', waiverReason: 'No supply had begun.' }])).toEqual([])
})

test('no step falls before the case must end, and a later notice never brings a deadline forward', () => {
  const minute = 60_000
  fc.assert(
    fc.property(fc.nat(600_000), fc.nat(20_000), fc.nat(20_000), (start, a, b) => {
      const begun = new Date(Date.UTC(2026, 0, 1) + start * minute)
      const at = (delay: number) => steps({ mustTerminateAt: begun, noticeAt: new Date(begun.getTime() + delay * minute) })
      const [early, late] = [at(Math.min(a, b)), at(Math.max(a, b))]
      early.forEach((each, index) => {
        const other = late[index]
        if (!each.dueAt || !other?.dueAt) return
        expect(each.dueAt >= begun && each.dueAt <= other.dueAt).toBe(true)
      })
      const deletion = late.find((each) => each.id === 'W-11')?.dueOn ?? ''
      expect(deletion <= addDays(noticeDeadline(begun, clock).dueOn, 30)).toBe(true)
      expect(deletion >= addDays(localDate(begun, clock.zone), 30)).toBe(true)
    }),
  )
})

describe('a case’s clock', () => {
  const friday = new Date('2026-09-18T10:00:00Z')
  test.each([
    ['suspected', 'critical', '2026-09-18T14:00:00.000Z'],
    ['suspected', 'high', '2026-09-20T16:00:00.000Z'],
    ['investigating', 'critical', '2026-09-22T16:00:00.000Z'],
    ['investigating', 'medium', '2026-10-09T16:00:00.000Z'],
    ['vendor_response', 'critical', '2026-09-19T10:00:00.000Z'],
    ['vendor_response', 'low', '2026-09-22T16:00:00.000Z'],
    ['downgrade_review', 'high', '2026-09-21T16:00:00.000Z'],
    ['must_terminate', 'critical', '2026-09-20T16:00:00.000Z'],
  ] as const)('in %s, severity %s, ends at %s', (state, severity, expected) => {
    expect(caseDeadline({ state, severity }, friday, clock)?.dueAt.toISOString()).toBe(expected)
  })

  test('does not run in other states', () => {
    expect(caseDeadline({ state: 'remediation', severity: 'critical' }, friday, clock)).toBeUndefined()
    expect(caseDeadline({ state: 'terminating', severity: 'critical' }, friday, clock)).toBeUndefined()
  })
})
