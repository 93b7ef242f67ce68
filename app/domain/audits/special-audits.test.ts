import { expect, test } from 'vitest'
import { reportsMayReplaceTests, auditCovers } from './checks.ts'
import { specialAuditDue, specialAuditTriggers } from './special-audits.ts'

test('quiet events call for no special audit', () => {
  expect(specialAuditTriggers({})).toEqual([])
  expect(specialAuditTriggers({ caseSeverity: 'medium', logGapDays: 14, band: { before: 'B', after: 'C' } })).toEqual([])
})

test('each serious event is a reason of its own', () => {
  expect(
    specialAuditTriggers({
      caseSeverity: 'high',
      incidentTouchesCustomerInformation: true,
      logGapDays: 15,
      changed: 'subprocessor',
      regulatorAsked: true,
      band: { before: 'A', after: 'C' },
      scopeTierRaised: true,
    }),
  ).toEqual(['serious_violation', 'incident', 'log_gap', 'vendor_change', 'regulator_request', 'band_fell_by_two', 'higher_tier_scope'])
})

test('a band that rises is no reason', () => {
  expect(specialAuditTriggers({ band: { before: 'E', after: 'A' } })).toEqual([])
})

test('a special audit is due in 30 days, one for a heavier scope in that tier’s first-audit months', () => {
  const audit = { raisedOn: '2026-11-30', tier: 'T1' } as const
  expect(specialAuditDue({ ...audit, trigger: 'incident' })).toBe('2026-12-30')
  expect(specialAuditDue({ ...audit, trigger: 'higher_tier_scope' })).toBe('2027-02-28')
})

test('a regular audit that comes earlier serves as the special one', () => {
  const audit = { trigger: 'incident', raisedOn: '2026-11-30', tier: 'T2' } as const
  expect(specialAuditDue({ ...audit, regularDue: '2026-12-10' })).toBe('2026-12-10')
  expect(specialAuditDue({ ...audit, regularDue: '2027-06-01' })).toBe('2026-12-30')
  expect(specialAuditDue({ ...audit, regularDue: '2026-11-01' })).toBe('2026-12-30')
})

test('reports replace tests for T1 in no two cycles running', () => {
  expect(reportsMayReplaceTests({ tier: 'T1', replacedLastCycle: true })).toBe(false)
  expect(reportsMayReplaceTests({ tier: 'T1', replacedLastCycle: false })).toBe(true)
  expect(reportsMayReplaceTests({ tier: 'T2', replacedLastCycle: true })).toBe(true)
})

test('an audit covers an agreement only with all of its scope rows', () => {
  expect(auditCovers(['a', 'b'], ['a'])).toBe(true)
  expect(auditCovers(['a'], ['a', 'b'])).toBe(false)
})
