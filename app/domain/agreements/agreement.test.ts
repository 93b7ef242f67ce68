import { describe, expect, test } from 'vitest'
import { agreementBlockers, agreementCan, agreementExpiresAt, agreementTransition, AGREEMENT_STATUSES, exitIsOwed } from './agreement.ts'

test('a signed agreement that is not yet in effect can be revoked by both sides', () => {
  const facts = { agreedBy: ['company', 'vendor'], effectiveOn: '2026-12-01', today: '2026-11-24' } as const
  expect(agreementTransition('revoke', 'signed')).toMatchObject({ to: 'void', together: true })
  expect(agreementBlockers('revoke', { status: 'signed' }, facts)).toEqual([])
  expect(agreementBlockers('revoke', { status: 'signed' }, { ...facts, agreedBy: ['company'] })).toEqual(['other_side_missing'])
  expect(agreementBlockers('revoke', { status: 'signed' }, { ...facts, today: '2026-12-01' })).toEqual(['effective_already'])
})

test('before its effective date only a case terminates an agreement, afterwards a notice is enough', () => {
  expect(agreementBlockers('terminate', { status: 'signed' }, { noticeServed: true, byCase: false })).toEqual(['case_missing'])
  expect(agreementBlockers('terminate', { status: 'signed' }, { noticeServed: true, byCase: true })).toEqual([])
  expect(agreementBlockers('terminate', { status: 'active' }, { noticeServed: true, byCase: false })).toEqual([])
  expect(agreementBlockers('terminate', { status: 'active' }, { noticeServed: false, byCase: true })).toEqual(['notice_missing'])
})

test('no agreement is ever suspended', () => {
  expect(AGREEMENT_STATUSES).not.toContain('suspended')
})

describe('signing', () => {
  test('takes one signature of each side on the frozen text, in either order', () => {
    const facts = { party: 'vendor', signedBy: [], digestMatches: true } as const
    expect(agreementTransition('sign', 'sent')?.to).toBe('partially_signed')
    expect(agreementTransition('sign', 'partially_signed')?.to).toBe('signed')
    expect(agreementBlockers('sign', { status: 'sent' }, facts)).toEqual([])
    expect(agreementBlockers('sign', { status: 'partially_signed' }, { ...facts, signedBy: ['vendor'] })).toEqual(['signed_already'])
    expect(agreementBlockers('sign', { status: 'partially_signed' }, { ...facts, signedBy: ['company'], digestMatches: false })).toEqual(['text_changed'])
    expect(agreementBlockers('sign', { status: 'draft' }, facts)).toEqual(['wrong_status'])
  })

  test('starts only with a frozen text and no open finding before contract', () => {
    expect(agreementBlockers('submit', { status: 'draft' }, { generationProblems: 3 })).toEqual(['generation_blocked'])
    const facts = { digestFrozen: false, openPreContractFindings: 1 }
    expect(agreementBlockers('send', { status: 'in_review' }, facts)).toEqual(['text_not_frozen', 'pre_contract_findings_open'])
  })
})

test('an unsigned agreement can be voided, by the product itself once it was sent', () => {
  for (const status of ['draft', 'in_review'] as const) expect(agreementTransition('void', status)?.by).toEqual(['compliance'])
  for (const status of ['sent', 'partially_signed'] as const) expect(agreementTransition('void', status)?.by).toContain('system')
  expect(agreementCan('void', { status: 'signed' }) || agreementCan('void', { status: 'active' })).toBe(false)
})

test('an agreement takes effect on its date and lasts to the end of its last day where the organisation is', () => {
  expect(agreementBlockers('activate', { status: 'signed' }, { effectiveOn: '2026-12-01', today: '2026-11-30' })).toEqual(['not_effective_yet'])
  expect(agreementBlockers('activate', { status: 'signed' }, { effectiveOn: '2026-12-01', today: '2026-12-01' })).toEqual([])
  expect(agreementExpiresAt('2026-12-31', 'Asia/Shanghai')).toEqual(new Date('2026-12-31T16:00:00Z'))
  const facts = { authEnd: '2026-12-31', zone: 'Asia/Shanghai' }
  expect(agreementBlockers('expire', { status: 'active' }, { ...facts, now: new Date('2026-12-31T15:59:59Z') })).toEqual(['not_ended_yet'])
  expect(agreementBlockers('expire', { status: 'active' }, { ...facts, now: new Date('2026-12-31T16:00:00Z') })).toEqual([])
})

test('a successor replaces an agreement once it is in effect', () => {
  expect(agreementBlockers('supersede', { status: 'active' }, { successorActive: false })).toEqual(['successor_not_active'])
})

test('return and deletion are owed after every end, unless a successor keeps the scope', () => {
  const owed = AGREEMENT_STATUSES.filter((status) => exitIsOwed({ status, successorKeepsScope: false }))
  expect(owed).toEqual(['expired', 'terminated', 'superseded'])
  expect(exitIsOwed({ status: 'superseded', successorKeepsScope: true })).toBe(false)
})
