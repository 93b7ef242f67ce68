import { expect, test } from 'vitest'
import { nextAct } from './next-act.ts'

const at = (status: Parameters<typeof nextAct>[0]['status'], rest: Partial<Parameters<typeof nextAct>[0]> = {}) => nextAct({ status, signedBy: [], daysLeft: 400, daysToStart: 0, ...rest })

test('a draft is completed while it has problems, then submitted, then sent', () => {
  expect(at('draft', { problems: 2 })).toBe('complete')
  expect(at('draft')).toBe('submit')
  expect(at('in_review')).toBe('send')
})

test('whoever has not signed is next', () => {
  expect(at('sent')).toBe('sign_both')
  expect(at('partially_signed', { signedBy: ['vendor'] })).toBe('sign_company')
  expect(at('partially_signed', { signedBy: ['company'] })).toBe('sign_vendor')
})

test('in force before the first authorised day means waiting for it', () => {
  expect(at('active', { daysToStart: 1 })).toBe('await_start')
  expect(at('active', { daysToStart: 0 })).toBe('in_force')
})

test('an agreement in force is renewed from ninety days before its last day', () => {
  expect(at('active', { daysLeft: 91 })).toBe('in_force')
  expect(at('active', { daysLeft: 90 })).toBe('renew')
})

test('what ended by time or notice still owes return and deletion; what never ran owes nothing', () => {
  expect([at('expired'), at('terminated'), at('void'), at('superseded')]).toEqual(['deliver_exit', 'deliver_exit', 'none', 'none'])
})
