import { describe, expect, test } from 'vitest'
import type { AudienceRole } from './alert.ts'
import { ackBy, escalationDue } from './escalation.ts'

const sentAt = new Date('2027-03-01T01:00:00Z')
const after = (hours: number) => new Date(sentAt.getTime() + hours * 3_600_000)
const critical = (roles: AudienceRole[]) => ({ severity: 'critical' as const, roles, sentAt })

test('a critical message has four hours, or what its stage says', () => {
  expect(ackBy('critical', sentAt)).toEqual(after(4))
  expect(ackBy('critical', sentAt, 2)).toEqual(after(2))
  expect(ackBy('high', sentAt)).toBeUndefined()
})

describe('unacknowledged, it goes one role up', () => {
  test.each<[AudienceRole[], AudienceRole | undefined]>([
    [['compliance'], 'compliance_head'],
    [['compliance', 'compliance_head', 'legal'], 'executive'],
    [['compliance_head', 'executive'], 'board_contact'],
    [['executive', 'board_contact'], undefined],
    [['security', 'vendor'], 'compliance_head'],
  ])('%j → %s', (roles, expected) => {
    expect(escalationDue(critical(roles), after(4))).toBe(expected)
    expect(escalationDue(critical(roles), after(3.99))).toBeUndefined()
  })

  test('and another one for each four hours, each once', () => {
    const message = critical(['compliance'])
    expect(escalationDue({ ...message, escalatedTo: 'compliance_head' }, after(7))).toBeUndefined()
    expect(escalationDue({ ...message, escalatedTo: 'compliance_head' }, after(8))).toBe('executive')
    expect(escalationDue({ ...message, escalatedTo: 'executive' }, after(12))).toBe('board_contact')
    expect(escalationDue({ ...message, escalatedTo: 'board_contact' }, after(400))).toBeUndefined()
  })

  test('after an outage straight to the role that is due by then', () => {
    expect(escalationDue(critical(['compliance']), after(9))).toBe('executive')
  })

  test('not once somebody has acknowledged it', () => {
    expect(escalationDue({ ...critical(['compliance']), ackedAt: after(1) }, after(10))).toBeUndefined()
    expect(escalationDue({ ...critical(['compliance']), ackedAt: after(9) }, after(5))).toBe('compliance_head')
  })

  test('high stays where it is', () => {
    expect(escalationDue({ ...critical(['compliance']), severity: 'high' }, after(100))).toBeUndefined()
  })
})
