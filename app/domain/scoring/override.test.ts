import { expect, test } from 'vitest'
import { overrideProblems, type OverrideRequest } from './override.ts'

const rejection: OverrideRequest = {
  kind: 'reject_to_conditional', decision: 'reject', rules: ['R2', 'R7'], failedGates: [], activeBan: false, requesterId: 'u1', reviewerIds: ['u2'],
  approvers: [{ userId: 'u3', role: 'compliance_head' }, { userId: 'u4', role: 'executive' }],
  reason: 'The only licensed provider in the region; supply is limited to masked data until the fixes are verified.', evidenceAttached: false,
  compensatingControls: [{ text: 'Masked feed', dueOn: '2026-12-15' }, { text: 'Monthly audit', dueOn: '2026-12-31' }],
  createdOn: '2026-08-31', expiresOn: '2027-02-28', nextReassessmentOn: '2027-08-31',
}
const condition: OverrideRequest = {
  ...rejection, kind: 'conditional_to_approve', decision: 'conditional', rules: ['R6', 'R7'], compensatingControls: [], evidenceAttached: true,
  approvers: [{ userId: 'u3', role: 'compliance_head' }], expiresOn: '2027-08-31',
}
const codes = (request: OverrideRequest) => overrideProblems(request).map(({ code }) => code.replace('scoring.override.', ''))

test('an override within every limit may be recorded', () => {
  expect(codes(rejection)).toEqual([])
  expect(codes(condition)).toEqual([])
})

test.each<[string, Partial<OverrideRequest>, string[]]>([
  ['a hard knock-out', { rules: ['R1', 'R2'] }, ['hard_knockout']],
  ['no rule to override', { rules: ['R5'] }, ['nothing_to_override']],
  ['an approval', { decision: 'approve', rules: [] }, ['not_rejected', 'nothing_to_override']],
  ['a failed gate', { failedGates: ['G3'] }, ['gate_failed']],
  ['an active ban', { activeBan: true }, ['banned']],
  ['the head alone', { approvers: [{ userId: 'u3', role: 'compliance_head' }] }, ['needs_head_and_executive']],
  ['one person in both roles', { approvers: [{ userId: 'u3', role: 'compliance_head' }, { userId: 'u3', role: 'executive' }] }, ['needs_head_and_executive']],
  ['the requester as executive', { requesterId: 'u4' }, ['approver_involved']],
  ['the reviewer as head', { reviewerIds: ['u3'] }, ['approver_involved']],
  ['one control', { compensatingControls: [{ text: 'x', dueOn: '2026-12-15' }] }, ['needs_controls']],
  ['a control without a date', { compensatingControls: [{ text: 'x', dueOn: '2026-12-15' }, { text: 'y' }] }, ['control_incomplete']],
  ['a day past six months', { expiresOn: '2027-03-01' }, ['expiry']],
  ['no end', { expiresOn: undefined }, ['expiry']],
  ['an end today', { expiresOn: '2026-08-31' }, ['expiry']],
  ['a short reason', { reason: ' too short ' }, ['reason_short']],
])('a rejection with %s stays: %j', (_what, change, expected) => {
  expect(codes({ ...rejection, ...change })).toEqual(expected)
})

test.each<[string, Partial<OverrideRequest>, string[]]>([
  ['a soft knock-out', { rules: ['R5', 'R7'] }, ['only_r6_r7']],
  ['a finding before the contract', { rules: ['R7', 'R8'] }, ['only_r6_r7']],
  ['a rejection', { decision: 'reject', rules: ['R2'] }, ['not_conditional', 'only_r6_r7']],
  ['nobody but an executive', { approvers: [{ userId: 'u4', role: 'executive' }] }, ['needs_head']],
  ['the requester as head', { requesterId: 'u3' }, ['approver_involved']],
  ['no evidence', { evidenceAttached: false }, ['needs_evidence']],
  ['an end past the next reassessment', { expiresOn: '2027-09-01' }, ['expiry']],
])('conditions with %s stay: %j', (_what, change, expected) => {
  expect(codes({ ...condition, ...change })).toEqual(expected)
})

test('fifty characters are counted as people count them', () => {
  expect(codes({ ...rejection, reason: '𠮷'.repeat(50) })).toEqual([])
  expect(codes({ ...rejection, reason: '𠮷'.repeat(49) })).toEqual(['reason_short'])
})
