import { expect, test } from 'vitest'
import { accessIsOff, vendorBlockers, vendorCan, VENDOR_STATUSES, VENDOR_TRANSITIONS, vendorTransition } from './vendor.ts'

test('a confirmed violation ends the engagement from every status from due diligence on', () => {
  const before = ['draft', 'intake', 'terminating']
  for (const status of VENDOR_STATUSES) expect([status, vendorCan('must_terminate', { status })]).toEqual([status, !before.includes(status)])
  expect(vendorTransition('must_terminate', 'terminated')).toMatchObject({ to: 'terminating', by: ['system'] })
})

test('procurement may withdraw an approved vendor, and take an ended one in again unless a ban runs', () => {
  expect(vendorCan('withdraw', { status: 'approved' }) && vendorCan('withdraw', { status: 'conditional' })).toBe(true)
  for (const status of ['draft', 'terminated', 'banned'] as const) {
    expect(vendorBlockers('submit_intake', { status }, { isBanned: true })).toEqual(['banned'])
    expect(vendorBlockers('submit_intake', { status }, { isBanned: false })).toEqual([])
  }
  expect(vendorBlockers('submit_intake', { status: 'active' }, { isBanned: false })).toEqual(['wrong_status'])
})

test('due diligence starts with a complete request, a legal basis and a tier', () => {
  const nothing = { intakeComplete: false, legalBasisClear: false, tierComputed: false }
  expect(vendorBlockers('start_assessment', { status: 'intake' }, nothing)).toEqual(['intake_incomplete', 'legal_basis_unclear', 'tier_missing'])
  expect(vendorBlockers('start_assessment', { status: 'intake' }, { intakeComplete: true, legalBasisClear: true, tierComputed: true })).toEqual([])
})

test('the outcome follows the decision, or a valid override', () => {
  const review = { status: 'review' } as const
  expect(vendorBlockers('approve', review, { decision: 'conditional' })).toEqual(['other_decision'])
  expect(vendorBlockers('approve', review, { decision: 'approve' })).toEqual([])
  expect(vendorBlockers('approve_conditionally', review, { decision: 'reject', overrideValid: false })).toEqual(['other_decision'])
  expect(vendorBlockers('approve_conditionally', review, { decision: 'reject', overrideValid: true })).toEqual([])
  expect(vendorBlockers('reject', review, { decision: 'approve' })).toEqual(['other_decision'])
})

test('contracting needs the impact assessment, and activation signatures, the date, closed findings and no open case', () => {
  expect(vendorBlockers('start_contracting', { status: 'approved' }, { impactAssessmentRecorded: false })).toEqual(['impact_assessment_missing'])
  const facts = { signedByBoth: true, effectiveReached: true, openPreContractFindings: 0, mustTerminateOpen: false }
  const contracting = { status: 'contracting' } as const
  expect(vendorBlockers('activate', contracting, facts)).toEqual([])
  expect(vendorBlockers('activate', contracting, { signedByBoth: false, effectiveReached: false, openPreContractFindings: 2, mustTerminateOpen: true })).toEqual([
    'not_signed_by_both',
    'not_effective_yet',
    'pre_contract_findings_open',
    'must_terminate_open',
  ])
})

test('resuming needs the ground gone, two people when it was serious, and no case that ends the contract', () => {
  const suspended = { status: 'suspended' } as const
  const facts = { groundCleared: true, severity: 'high', approvers: ['ana', 'ben'], mustTerminateOpen: false } as const
  expect(vendorBlockers('resume', suspended, facts)).toEqual([])
  expect(vendorBlockers('resume', suspended, { ...facts, approvers: ['ana', 'ana'] })).toEqual(['second_approver_missing'])
  expect(vendorBlockers('resume', suspended, { ...facts, severity: 'medium', approvers: ['ana'] })).toEqual([])
  expect(vendorBlockers('resume', suspended, { ...facts, groundCleared: false, mustTerminateOpen: true })).toEqual(['ground_remains', 'must_terminate_open'])
  expect(vendorBlockers('suspend', { status: 'active' }, { ground: ' ' })).toEqual(['ground_missing'])
})

test('an exit completes with its steps and certificate; a ban and a reassessment need their reason', () => {
  const open = { openMandatorySteps: 1, certificateVerified: false }
  expect(vendorBlockers('complete_exit', { status: 'terminating' }, open)).toEqual(['exit_incomplete', 'certificate_unverified'])
  expect(vendorBlockers('ban', { status: 'terminated' }, { banDue: false })).toEqual(['no_ban_due'])
  expect(vendorBlockers('reassess', { status: 'approved' }, { reassessmentDue: false })).toEqual(['no_reassessment_due'])
})

test('no way leads into active but activation and the lifting of a suspension', () => {
  expect(VENDOR_TRANSITIONS.filter((row) => row.to === 'active').map((row) => row.action)).toEqual(['activate', 'resume'])
})

test('access is off in every status but active', () => {
  expect(VENDOR_STATUSES.filter((status) => !accessIsOff(status))).toEqual(['active'])
})
