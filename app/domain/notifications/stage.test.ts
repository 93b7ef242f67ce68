import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AlertBook } from './alert.ts'
import { parseStage } from './stage.ts'

test.each([
  ['T0', { kind: 'day', from: 'due', days: 0, grace: false, businessDays: 0 }],
  ['T-60', { kind: 'day', from: 'due', days: -60, grace: false, businessDays: 0 }],
  ['T+1', { kind: 'day', from: 'due', days: 1, grace: false, businessDays: 0 }],
  ['T+grace', { kind: 'day', from: 'due', days: 0, grace: true, businessDays: 0 }],
  ['T+grace+1', { kind: 'day', from: 'due', days: 1, grace: true, businessDays: 0 }],
  ['T+grace+5bd', { kind: 'day', from: 'due', days: 0, grace: true, businessDays: 5 }],
  ['D+0', { kind: 'day', from: 'start', days: 0, grace: false, businessDays: 0 }],
  ['D+2bd', { kind: 'day', from: 'start', days: 0, grace: false, businessDays: 2 }],
  ['+30d', { kind: 'day', from: 'start', days: 30, grace: false, businessDays: 0 }],
  ['+4h', { kind: 'clock', hours: 4, businessDays: 0, unacked: false }],
  ['+2h unacked', { kind: 'clock', hours: 2, businessDays: 0, unacked: true }],
  ['+1bd', { kind: 'clock', hours: 0, businessDays: 1, unacked: false }],
  ['50% of clock', { kind: 'share', percent: 50 }],
  ['every 30 days after', { kind: 'repeat', every: 30, unit: 'days' }],
  ['every 2bd', { kind: 'repeat', every: 2, unit: 'businessDays' }],
  ['at once', { kind: 'event', attempts: 1 }],
  ['third time in 30 days', { kind: 'event', attempts: 3 }],
  ['daily', { kind: 'digest', every: 'day' }],
  ['weekly', { kind: 'digest', every: 'week' }],
  ['CAP', { kind: 'legalCap' }],
  ['R', { kind: 'rescheduled' }],
  ['X', { kind: 'resolved' }],
])('reads %s', (label, stage) => {
  expect(parseStage(label)).toEqual(stage)
})

test.each(['', 'T', 'T30', 'T-', 'T+grace-1', 'D-1', '+4', '4h', 'every 0 days after', 'every bd', 'sometimes', 'eleventh time in 30 days', 'constructor'])(
  'does not read %j',
  (label) => {
    expect(parseStage(label)).toBeUndefined()
  },
)

describe('every stage of the carried table', () => {
  const { alerts } = parse(fs.readFileSync('templates/alerts/alerts.yaml', 'utf8')) as AlertBook
  test.each(alerts.map((alert) => [alert.id, alert.ladder.flatMap((rung) => [rung.stage, rung.at ?? rung.stage])] as const))('%s', (_, labels) => {
    for (const label of labels) expect(parseStage(label), label).toBeDefined()
  })
})
