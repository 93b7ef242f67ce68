import fc from 'fast-check'
import { expect, test } from 'vitest'
import { supplyAllowed, type SupplyQuestion } from './supply.ts'
import { accessIsOff, VENDOR_STATUSES } from './vendor.ts'

const open: SupplyQuestion = {
  vendor: { status: 'active', flags: [] },
  agreement: { status: 'active', authStart: '2026-01-01', authEnd: '2026-12-31' },
  assessmentValid: true,
  today: '2026-11-24',
}

test('opens for an active vendor with an active agreement in its period and a valid assessment', () => {
  expect(supplyAllowed(open)).toEqual({ allowed: true })
  expect(supplyAllowed({ ...open, today: '2026-01-01' })).toEqual({ allowed: true })
  expect(supplyAllowed({ ...open, today: '2026-12-31' })).toEqual({ allowed: true })
  expect(supplyAllowed({ ...open, vendor: { status: 'active', flags: ['AUDIT_OVERDUE', 'LOG_GAP', 'DSR_OVERDUE'] } })).toEqual({ allowed: true })
})

const agreement = { status: 'active', authStart: '2026-01-01', authEnd: '2026-12-31' }
test.each<[string, Partial<SupplyQuestion>]>([
  ['must_terminate', { vendor: { status: 'active', flags: ['SUPPLY_SUSPENDED', 'MUST_TERMINATE'] } }],
  ['vendor_not_active', { vendor: { status: 'suspended', flags: ['SUPPLY_SUSPENDED'] } }],
  ['supply_suspended', { vendor: { status: 'active', flags: ['SUPPLY_SUSPENDED'] } }],
  ['agreement_missing', { agreement: undefined }],
  ['agreement_not_active', { agreement: { ...agreement, status: 'signed' } }],
  ['outside_period', { today: '2027-01-01' }],
  ['outside_period', { today: '2025-12-31' }],
  ['assessment_invalid', { assessmentValid: false }],
])('refuses with %s: %j', (reason, change) => {
  expect(supplyAllowed({ ...open, ...change })).toEqual({ allowed: false, reason })
})

test('never opens while access is off or a contract must end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VENDOR_STATUSES), fc.boolean(), (status, mustTerminate) => {
      const { allowed } = supplyAllowed({ ...open, vendor: { status, flags: mustTerminate ? ['MUST_TERMINATE'] : [] } })
      expect(allowed).toBe(!accessIsOff(status) && !mustTerminate)
    }),
  )
})
