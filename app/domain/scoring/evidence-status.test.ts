import { expect, test } from 'vitest'
import type { EvidenceMode, EvidenceStatus } from '#app/domain/questionnaires/template.ts'
import { template } from '#tests/support/scoring-cases.ts'
import { statusAtTier } from './assurance.ts'
import { evidenceStatus, type AttachedEvidence } from './evidence-status.ts'

const type = (id: string) => {
  const found = template.evidence_types.find((each) => each.id === id)
  if (!found) throw new Error(`no evidence type ${id}`)
  return found
}
const report = (change: Partial<AttachedEvidence> = {}): AttachedEvidence => ({ type: type('report'), issuedOn: '2025-11-24', review: 'verified', ...change })
const statusOf = (attached: AttachedEvidence[], { mode = 'required' as EvidenceMode, on = '2026-11-24', answered = true } = {}) =>
  evidenceStatus({ mode, answered, attached, assessmentDate: on })

test.each<[EvidenceMode, boolean, EvidenceStatus]>([
  ['required', true, 'missing'], ['optional', true, 'attested'], ['self', true, 'provided'], ['self', false, 'missing'],
])('nothing attached in mode %s, answered %s: %s', (mode, answered, status) => {
  expect(statusOf([], { mode, answered })).toBe(status)
})

test.each<[AttachedEvidence['review'], EvidenceStatus]>([
  ['unreviewed', 'provided'], ['verified', 'verified'], ['certified', 'certified'], ['rejected', 'rejected'],
])('in-date evidence, %s, is %s', (review, status) => {
  expect(statusOf([report({ review })])).toBe(status)
})

test.each<[string, EvidenceStatus]>([
  ['2026-11-24', 'verified'], ['2026-11-25', 'stale'], ['2027-11-24', 'stale'], ['2027-11-25', 'missing'],
])('a report of 24 November 2025 is, on %s, %s', (on, status) => {
  expect(statusOf([report()], { on })).toBe(status)
})

test('past twice its age optional evidence leaves the answer self-attested', () => {
  expect(statusOf([report()], { mode: 'optional', on: '2027-11-25' })).toBe('attested')
  expect(statusOf([report()], { mode: 'self', on: '2027-11-25' })).toBe('missing')
})

test('month ends clamp: a report of 29 February is in date until 28 February', () => {
  const leap = [report({ issuedOn: '2024-02-29' })]
  expect(statusOf(leap, { on: '2025-02-28' })).toBe('verified')
  expect(statusOf(leap, { on: '2025-03-01' })).toBe('stale')
})

test.each<[string, EvidenceStatus]>([
  ['2026-06-30', 'certified'], ['2026-07-01', 'stale'], ['2029-06-30', 'stale'], ['2029-07-02', 'missing'],
])('a certificate of three years that ends on 30 June 2026 is, on %s, %s', (on, status) => {
  const certificate = report({ type: type('certificate'), review: 'certified', issuedOn: '2023-06-30', expiresOn: '2026-06-30' })
  expect(statusOf([certificate], { on })).toBe(status)
})

test('an end date counts only where the type uses one, an age only where it has one', () => {
  expect(statusOf([report({ expiresOn: '2026-01-01' })])).toBe('verified')
  expect(statusOf([report({ type: type('contract'), issuedOn: '2001-01-01' })])).toBe('verified')
})

test('a rejection sticks when the evidence is withdrawn', () => {
  expect(statusOf([report({ review: 'rejected', withdrawn: true })])).toBe('rejected')
  expect(statusOf([report({ review: 'rejected' }), report({ review: 'unreviewed', withdrawn: true })])).toBe('rejected')
})

test('new evidence clears a rejection, older unreviewed evidence does not', () => {
  expect(statusOf([report({ review: 'rejected' }), report({ review: 'unreviewed' })])).toBe('provided')
  expect(statusOf([report({ review: 'unreviewed' }), report({ review: 'rejected' })])).toBe('rejected')
  expect(statusOf([report(), report({ review: 'rejected' })])).toBe('verified')
  expect(statusOf([report({ issuedOn: '2025-01-01' }), report({ review: 'rejected' })])).toBe('rejected')
})

test('the best evidence counts', () => {
  expect(statusOf([report({ issuedOn: '2025-01-01' }), report({ review: 'unreviewed' })])).toBe('provided')
  expect(statusOf([report({ withdrawn: true }), report({ review: 'unreviewed' })])).toBe('provided')
})

test('a certificate does not carry T1 through two cycles', () => {
  expect(statusAtTier('certified', 'T1', true)).toBe('provided')
  expect(statusAtTier('certified', 'T1', false)).toBe('certified')
  expect(statusAtTier('certified', 'T2', true)).toBe('certified')
  expect(statusAtTier('verified', 'T1', true)).toBe('verified')
})
