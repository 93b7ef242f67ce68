import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type AlertSeverity } from './alert.ts'
import { channelsFor, deliverAt, goesToDigest } from './channels.ts'

const member = { kind: 'member' as const }
const contact = { kind: 'contact' as const }
const all = CHANNELS
const by = (severity: AlertSeverity, person: { kind: 'member' | 'contact' | 'address' } = member, alert = {}) => channelsFor(alert, { severity }, person, all)

describe('severity decides the channels', () => {
  test.each<[AlertSeverity, string[]]>([
    ['info', ['in_app']],
    ['warning', ['in_app', 'email']],
    ['high', ['in_app', 'email', 'webhook']],
    ['critical', ['in_app', 'email', 'webhook', 'sms']],
  ])('%s', (severity, channels) => {
    expect(by(severity)).toEqual(channels)
  })

  test('only those that the organisation has', () => {
    expect(channelsFor({}, { severity: 'critical' }, member, ['in_app', 'email'])).toEqual(['in_app', 'email'])
  })

  test('an alert may ask for more', () => {
    expect(by('high', member, { channels: ['in_app', 'email', 'webhook', 'sms'] })).toContain('sms')
  })

  test('info waits for the digest, except where nothing may be digested', () => {
    expect(goesToDigest({}, { severity: 'info' }, member)).toBe(true)
    expect(goesToDigest({ mutable: false }, { severity: 'info' }, member)).toBe(false)
    expect(by('info', member, { mutable: false })).toEqual(['in_app', 'email'])
    expect(goesToDigest({}, { severity: 'warning' }, member)).toBe(false)
  })

  test('a vendor gets no digest and no webhook: it is mailed', () => {
    expect(by('info', contact)).toEqual(['in_app', 'email'])
    expect(by('critical', contact)).toEqual(['in_app', 'email', 'sms'])
  })

  test('a bare address gets mail only', () => {
    expect(by('critical', { kind: 'address' })).toEqual(['email'])
  })
})

describe('quiet hours from 21:00 to 08:00', () => {
  const zone = 'Asia/Shanghai'
  const leaves = (severity: AlertSeverity, at: string) => deliverAt(severity, 'email', new Date(`${at}+08:00`), zone).toISOString()

  test.each([
    ['2027-03-01T20:59', '2027-03-01T12:59:00.000Z'],
    ['2027-03-01T21:00', '2027-03-02T00:00:00.000Z'],
    ['2027-03-02T03:00', '2027-03-02T00:00:00.000Z'],
    ['2027-03-02T07:59', '2027-03-02T00:00:00.000Z'],
    ['2027-03-02T08:00', '2027-03-02T00:00:00.000Z'],
  ])('high at %s leaves at %s', (at, expected) => {
    expect(leaves('high', at)).toBe(expected)
  })

  test('critical never waits, and nothing waits inside the app', () => {
    expect(leaves('critical', '2027-03-01T23:00')).toBe('2027-03-01T15:00:00.000Z')
    expect(deliverAt('info', 'in_app', new Date('2027-03-01T15:00:00Z'), zone)).toEqual(new Date('2027-03-01T15:00:00Z'))
  })

  test('nothing leaves before it was raised or more than eleven hours after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 * 400 }), (minutes) => {
        const now = new Date(Date.UTC(2027, 0, 1) + minutes * 60_000)
        const wait = deliverAt('warning', 'email', now, zone).getTime() - now.getTime()
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(11 * 3_600_000)
      }),
    )
  })
})
