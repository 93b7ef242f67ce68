import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../organisations/calendar-dates.ts'
import { findingCan, findingExtensionBlockers, latestFindingExtension, type Extension } from './finding.ts'
import { FINDING_STATUSES } from './finding-status.ts'

const open: Extension = {
  status: 'open', source: 'assessment', severity: 'high', raisedOn: '2026-11-24', dueOn: '2026-12-24', firstDueOn: '2026-12-24', extendedBefore: false, newDueOn: '2027-01-08', today: '2026-12-01',
}

describe('the way of a finding', () => {
  test('only a fix can be verified or rejected, and a rejected one can be fixed again', () => {
    expect(FINDING_STATUSES.filter((status) => findingCan('verify', { status, source: 'audit' }))).toEqual(['fixed'])
    expect(FINDING_STATUSES.filter((status) => findingCan('reject', { status, source: 'audit' }))).toEqual(['fixed'])
    expect(FINDING_STATUSES.filter((status) => findingCan('mark_fixed', { status, source: 'audit' }))).toEqual(['open', 'plan_received', 'rejected'])
  })

  test('the finding of a case is judged by the case', () => {
    expect(findingCan('verify', { status: 'fixed', source: 'case' })).toBe(false)
    expect(findingCan('mark_fixed', { status: 'open', source: 'case' })).toBe(true)
  })
})

describe('an extension', () => {
  test('by half of the period is allowed, by a day more it is not', () => {
    expect(findingExtensionBlockers(open)).toEqual([])
    expect(findingExtensionBlockers({ ...open, newDueOn: '2027-01-09' })).toEqual(['longer_than_half'])
  })

  test('is refused for a critical finding, a second time, on the day it is due, and once closed', () => {
    expect(findingExtensionBlockers({ ...open, severity: 'critical', newDueOn: '2026-12-26' })).toEqual(['critical_never_extended'])
    expect(findingExtensionBlockers({ ...open, extendedBefore: true })).toEqual(['extended_before'])
    expect(findingExtensionBlockers({ ...open, today: '2026-12-24' })).toEqual(['due_has_come'])
    expect(findingExtensionBlockers({ ...open, status: 'verified' })).toEqual(['closed'])
    expect(findingExtensionBlockers({ ...open, source: 'case' })).toEqual(['case_decides'])
  })

  test('never reaches beyond half of the period that the finding was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (days) => {
        const firstDueOn = addDays('2026-11-24', days)
        const latest = latestFindingExtension({ severity: 'low', raisedOn: '2026-11-24', dueOn: firstDueOn, firstDueOn })
        expect(latest <= addDays(firstDueOn, Math.floor(days / 2))).toBe(true)
      }),
    )
  })
})
