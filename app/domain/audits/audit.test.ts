import { describe, expect, test } from 'vitest'
import { type AuditLead, auditBlockers, auditCan, auditIsOpen, AUDIT_STATES, auditTransition, leadBlockers } from './audit.ts'

const lead: AuditLead = { leadAuditorId: 'ana', businessOwnerId: 'bo', earlierFirms: [] }
const startsAt = new Date('2026-11-10T01:00:00Z')

test('a refusal can be recorded from every open state and from no other', () => {
  for (const state of AUDIT_STATES) expect([state, auditCan('record_refusal', { state })]).toEqual([state, auditIsOpen(state)])
  expect(AUDIT_STATES.filter(auditIsOpen)).toHaveLength(6)
})

test('a postponed audit is notified anew, a closed one does nothing more', () => {
  expect(auditTransition('notify', 'postponed')?.to).toBe('notified')
  expect(auditBlockers('close', { state: 'closed' }, { reviewerId: 'r', leadAuditorId: 'l', plansMissing: 0, planDueOn: '2026-01-01', today: '2026-01-01' })).toEqual(['wrong_state'])
})

test('a notice is refused when the start comes too soon, and goes out when it does not', () => {
  const facts = (startsAt: Date) => ({ startsAt, earliestStart: new Date('2026-11-10T00:00:00Z'), lead })
  expect(auditBlockers('notify', { state: 'planned' }, facts(new Date('2026-11-09T23:59:00Z')))).toEqual(['notice_too_short'])
  expect(auditBlockers('notify', { state: 'planned' }, facts(startsAt))).toEqual([])
})

describe('the lead auditor', () => {
  test('has to be named and is not the vendor’s business owner', () => {
    expect(leadBlockers({ earlierFirms: [] })).toEqual(['lead_missing'])
    expect(leadBlockers({ ...lead, businessOwnerId: 'ana' })).toEqual(['lead_is_business_owner'])
    expect(leadBlockers(lead)).toEqual([])
  })

  test('comes from no firm for the fourth time in a row', () => {
    expect(leadBlockers({ ...lead, firm: 'Acme', earlierFirms: ['Acme', 'Acme', 'Acme'] })).toEqual(['firm_three_in_a_row'])
    expect(leadBlockers({ ...lead, firm: 'Acme', earlierFirms: ['Acme', 'Acme'] })).toEqual([])
    expect(leadBlockers({ ...lead, firm: 'Acme', earlierFirms: ['Acme', undefined, 'Acme', 'Acme'] })).toEqual([])
    expect(leadBlockers({ ...lead, earlierFirms: [undefined, undefined, undefined] })).toEqual([])
  })
})

test('fieldwork and reports are the lead auditor’s alone', () => {
  const other = { actorId: 'ben', leadAuditorId: 'ana' }
  expect(auditBlockers('start_fieldwork', { state: 'notified' }, other)).toEqual(['not_the_lead'])
  expect(auditBlockers('send_report', { state: 'draft_report' }, other)).toEqual(['not_the_lead'])
  expect(auditBlockers('start_fieldwork', { state: 'notified' }, { ...other, actorId: 'ana' })).toEqual([])
})

test('a draft report needs every outcome and evidence for every failure', () => {
  const facts = { actorId: 'ana', leadAuditorId: 'ana', checksWithoutOutcome: 1, failsWithoutEvidence: 2 }
  expect(auditBlockers('draft_report', { state: 'fieldwork' }, facts)).toEqual(['check_without_outcome', 'fail_without_evidence'])
  expect(auditBlockers('draft_report', { state: 'fieldwork' }, { ...facts, checksWithoutOutcome: 0, failsWithoutEvidence: 0 })).toEqual([])
})

test('closing waits for the plans until their deadline has passed, and for a reviewer who is not the lead', () => {
  const facts = { reviewerId: 'rea', leadAuditorId: 'ana', plansMissing: 1, planDueOn: '2026-11-10', today: '2026-11-10' }
  expect(auditBlockers('close', { state: 'vendor_response' }, facts)).toEqual(['plans_missing'])
  expect(auditBlockers('close', { state: 'vendor_response' }, { ...facts, today: '2026-11-11' })).toEqual([])
  expect(auditBlockers('close', { state: 'vendor_response' }, { ...facts, plansMissing: 0, reviewerId: 'ana' })).toEqual(['reviewer_is_lead'])
})

test('a postponement stays within the legal cap, happens once, and has a reason and an approver', () => {
  const facts = {
    dueOn: '2027-01-29',
    newDueOn: '2027-03-01',
    legalCap: '2027-03-01',
    postponedBefore: false,
    reason: 'The vendor is moving its data centre in February.',
    approverId: 'rea',
    leadAuditorId: 'ana',
  }
  const blockers = (change: Partial<typeof facts>) => auditBlockers('postpone', { state: 'planned' }, { ...facts, ...change })
  expect(blockers({})).toEqual([])
  expect(blockers({ newDueOn: '2027-03-02' })).toEqual(['past_legal_cap'])
  expect(blockers({ newDueOn: '2027-01-29' })).toEqual(['not_later'])
  expect(blockers({ postponedBefore: true })).toEqual(['postponed_before'])
  expect(blockers({ reason: '供应商搬迁机房。' })).toEqual(['reason_too_short'])
  expect(blockers({ approverId: undefined })).toEqual(['reviewer_approval_missing'])
  expect(blockers({ approverId: 'ana' })).toEqual(['reviewer_is_lead'])
})

test('a refusal needs writing, two ignored notices or obstruction', () => {
  const refusal = (facts: { refusedInWriting: boolean; noticesIgnored: number; delayed?: boolean }) =>
    auditBlockers('record_refusal', { state: 'fieldwork' }, facts)
  expect(refusal({ refusedInWriting: false, noticesIgnored: 1 })).toEqual(['no_refusal_recorded'])
  expect(refusal({ refusedInWriting: false, noticesIgnored: 2 })).toEqual([])
  expect(refusal({ refusedInWriting: true, noticesIgnored: 0 })).toEqual([])
  expect(refusal({ refusedInWriting: false, noticesIgnored: 0, delayed: true })).toEqual([])
})

test('only a terminated vendor’s audits are cancelled', () => {
  expect(auditBlockers('cancel', { state: 'planned' }, { vendorTerminated: false })).toEqual(['vendor_not_terminated'])
  expect(auditBlockers('cancel', { state: 'planned' }, { vendorTerminated: true })).toEqual([])
})
