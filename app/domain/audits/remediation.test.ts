import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar, isBusinessDay } from '#app/domain/organisations/business-calendar.ts'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { SEVERITIES } from '#app/domain/violations/severity.ts'
import { escalationsReached, extensionBlockers, findingDue, latestExtension, planDue, REMEDIATION_DAYS, remediationGraceDays } from './remediation.ts'

const calendar = businessCalendar({ holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workDays: ['2026-10-10'] })

test('findings are due after their days, rolled forward, critical ones never rolled', () => {
  expect(findingDue('2026-09-01', 'high', calendar)).toBe('2026-10-08')
  expect(findingDue('2026-09-24', 'critical', calendar)).toBe('2026-10-01')
  fc.assert(
    fc.property(fc.nat(1000), fc.constantFrom(...SEVERITIES), (offset, severity) => {
      const closedOn = addDays('2026-01-01', offset)
      const due = findingDue(closedOn, severity, calendar)
      const nominal = addDays(closedOn, REMEDIATION_DAYS[severity])
      expect(severity === 'critical' ? due === nominal : due >= nominal && isBusinessDay(due, calendar)).toBe(true)
    }),
  )
})

test('a plan is due in five business days, or as agreed', () => {
  expect(planDue('2026-09-30', calendar)).toBe('2026-10-13')
  expect(planDue('2026-09-30', calendar, 3)).toBe('2026-10-10')
})

describe('an extension', () => {
  const request = {
    severity: 'high',
    closedOn: '2026-11-01',
    dueOn: '2026-12-01',
    extendedBefore: false,
    newDueOn: '2026-12-16',
    today: '2026-11-30',
  } as const

  test('is granted once, before the due date, for at most half of the period', () => {
    expect(latestExtension(request)).toBe('2026-12-16')
    expect(extensionBlockers(request)).toEqual([])
    expect(extensionBlockers({ ...request, newDueOn: '2026-12-17' })).toEqual(['longer_than_half'])
    expect(extensionBlockers({ ...request, today: '2026-12-01' })).toEqual(['due_has_come'])
    expect(extensionBlockers({ ...request, extendedBefore: true })).toEqual(['extended_before'])
    expect(extensionBlockers({ ...request, newDueOn: '2026-12-01' })).toEqual(['not_later'])
  })

  test('is never granted for a critical finding', () => {
    expect(extensionBlockers({ ...request, severity: 'critical', newDueOn: '2026-12-02' })).toEqual(['critical_never_extended'])
  })
})

test.each([
  ['critical', 0, []],
  ['critical', 1, ['suspend_supply']],
  ['critical', 3, ['suspend_supply', 'open_v16']],
  ['high', 6, []],
  ['high', 7, ['suspend_supply']],
  ['high', 30, ['suspend_supply', 'open_v16']],
  ['medium', 29, []],
  ['medium', 60, ['escalate', 'open_v16']],
  ['low', 89, []],
  ['low', 90, ['carry_over']],
] as const)('a %s finding %i days over has reached %j', (severity, days, expected) => {
  expect(escalationsReached({ severity, dueOn: '2026-12-01' }, addDays('2026-12-01', days))).toEqual(expected)
})

test('the grace of a remediation ends with the last step of its severity', () => {
  expect(SEVERITIES.map(remediationGraceDays)).toEqual([90, 60, 30, 3])
})
