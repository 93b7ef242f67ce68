import { expect, test } from 'vitest'
import { transferRefusal, type TransferQuestion } from './transfer.ts'

const question: TransferQuestion = {
  vendor: { status: 'active', flags: [] },
  agreement: { status: 'active', authStart: '2026-01-01', authEnd: '2026-12-31' },
  assessmentValid: true,
  today: '2026-11-24',
  infoTypes: ['contact'],
  agreedTypes: ['contact', 'transaction'],
}

test('an active vendor gets what its agreement names', () => {
  expect(transferRefusal(question)).toBeUndefined()
})

test.each<[string, Partial<TransferQuestion>, string]>([
  ['a type outside the agreement', { infoTypes: ['contact', 'biometric'] }, 'outside_scope'],
  ['a day after the period', { today: '2027-01-01' }, 'outside_period'],
  ['a vendor that must go', { vendor: { status: 'active', flags: ['MUST_TERMINATE'] }, infoTypes: ['biometric'] }, 'must_terminate'],
  ['no agreement', { agreement: undefined }, 'agreement_missing'],
  ['no valid assessment', { assessmentValid: false }, 'assessment_invalid'],
])('%s is refused', (_, change, reason) => {
  expect(transferRefusal({ ...question, ...change })).toBe(reason)
})
