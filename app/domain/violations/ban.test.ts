import { describe, expect, test } from 'vitest'
import { banCheck, banIsDue, banMayBeLifted, banUntil, isBanned } from './ban.ts'

test.each([
  [{ kind: 'ordinary' }, false],
  [{ kind: 'violation', class: 'T', cureFailed: false }, true],
  [{ kind: 'violation', class: 'P', cureFailed: false }, true],
  [{ kind: 'violation', class: 'D', cureFailed: true }, true],
  [{ kind: 'violation', class: 'D', cureFailed: false }, false],
] as const)('an ending %j bans: %s', (ending, expected) => {
  expect(banIsDue(ending)).toBe(expected)
})

describe('a ban', () => {
  const ban = { fromOn: '2026-11-24', untilOn: banUntil('2026-11-24') }

  test('lasts 36 months from the effective date, or as agreed, its last day included', () => {
    expect(ban.untilOn).toBe('2029-11-24')
    expect(banUntil('2028-02-29', 12)).toBe('2029-02-28')
    expect(isBanned([ban], '2026-11-23')).toBe(false)
    expect(isBanned([ban], '2026-11-24')).toBe(true)
    expect(isBanned([ban], '2029-11-24')).toBe(true)
    expect(isBanned([ban], '2029-11-25')).toBe(false)
  })

  test('ends with its lifting', () => {
    expect(isBanned([{ ...ban, liftedOn: '2027-06-01' }], '2027-05-31')).toBe(true)
    expect(isBanned([{ ...ban, liftedOn: '2027-06-01' }], '2027-06-01')).toBe(false)
  })

  test('blocks the same entity and asks for a review of owners and affiliates', () => {
    expect(banCheck([{ ...ban, kind: 'same_entity' }, { ...ban, kind: 'affiliate' }], '2027-01-01')).toBe('blocked')
    expect(banCheck([{ ...ban, kind: 'same_owner' }], '2027-01-01')).toBe('review')
    expect(banCheck([{ ...ban, kind: 'same_entity' }], '2030-01-01')).toBe('clear')
  })

  test('is lifted early by three roles in three people with a reason', () => {
    const approvals = [
      { role: 'compliance_head', userId: 'ana' },
      { role: 'legal', userId: 'leo' },
      { role: 'executive', userId: 'eva' },
    ] as const
    expect(banMayBeLifted({ approvals, reason: 'New owner and management.' })).toBe(true)
    expect(banMayBeLifted({ approvals: approvals.slice(1), reason: 'New owner and management.' })).toBe(false)
    expect(banMayBeLifted({ approvals: approvals.map((each) => ({ ...each, userId: 'ana' })), reason: 'New owner.' })).toBe(false)
    expect(banMayBeLifted({ approvals, reason: ' ' })).toBe(false)
  })
})
