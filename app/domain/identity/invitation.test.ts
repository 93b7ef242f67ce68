import { expect, test } from 'vitest'
import { invitationState } from './invitation.ts'

const at = (iso: string) => new Date(iso)
const invitation = { expiresAt: at('2026-12-08T02:00:00Z'), acceptedAt: null, revokedAt: null }

test.each([
  ['2026-12-08T01:59:59.999Z', 'open'],
  ['2026-12-08T02:00:00Z', 'expired'],
] as const)('at %s an unanswered invitation is %s', (now, state) => {
  expect(invitationState(invitation, at(now))).toBe(state)
})

test('what was decided stays decided after the last day', () => {
  const later = at('2027-01-01T00:00:00Z')
  expect(invitationState({ ...invitation, acceptedAt: at('2026-12-01T00:00:00Z') }, later)).toBe('accepted')
  expect(invitationState({ ...invitation, revokedAt: at('2026-12-01T00:00:00Z') }, later)).toBe('revoked')
})
