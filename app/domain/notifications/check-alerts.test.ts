import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AlertBook } from './alert.ts'
import { checkAlerts } from './check-alerts.ts'

const text = fs.readFileSync('templates/alerts/alerts.yaml', 'utf8')
const book = () => parse(text) as AlertBook

/** The book after `change`, and what is said about it. */
function faults(change: (book: AlertBook) => void): string[] {
  const changed = book()
  change(changed)
  return checkAlerts(changed).map((problem) => `${problem.path.join('.')}: ${problem.message}`)
}

test('the carried table has all 24 alerts and nothing wrong', () => {
  expect(checkAlerts(book())).toEqual([])
  expect(book().alerts.map((alert) => alert.id)).toEqual(Array.from({ length: 24 }, (_, index) => `N-${String(index + 1).padStart(2, '0')}`))
})

describe('a fault is named by its place', () => {
  test.each<[string, (book: AlertBook) => void, string]>([
    ['an id twice', ({ alerts }) => (alerts[1]!.id = 'N-01'), 'alerts.1.id: N-01 is defined twice'],
    ['a language missing', ({ alerts }) => (alerts[2]!.subject_zh = ' '), 'alerts.2.subject_zh: must be text'],
    ['a stage that means nothing', ({ alerts }) => (alerts[0]!.ladder[1]!.stage = 'T-thirty'), 'alerts.0.ladder.1.stage: T-thirty is not a stage'],
    ['R in a ladder', ({ alerts }) => (alerts[0]!.ladder[1]!.stage = 'R'), 'alerts.0.ladder.1.stage: R and X belong to every ladder and are not listed'],
    ['an unknown role', ({ alerts }) => (alerts[0]!.ladder[0]!.to = ['boss' as 'legal']), 'alerts.0.ladder.0.to.0: boss is not a role'],
    ['an unknown action', ({ alerts }) => (alerts[4]!.ladder[5]!.action![0]!.do = 'shout' as 'suspend_supply'), 'alerts.4.ladder.5.action.0.do: shout is not an action'],
    ['an action nobody can read', ({ alerts }) => delete alerts[4]!.ladder[5]!.action_zh, 'alerts.4.ladder.5.action_zh: must be text'],
    ['a fact nobody supplies', ({ alerts }) => (alerts[1]!.facts = []), "alerts.1.ladder.1.vendor_only.not.fact: vendor_caused_delay is not among the alert's facts"],
    ['a vendor who may not know', ({ alerts }) => (alerts[2]!.ladder[0]!.to = ['vendor']), 'alerts.2.ladder.0.to: names vendor although the alert is not vendor_visible'],
    ['a stage that can never be reached', ({ alerts }) => delete alerts[8]!.ladder[0]!.only, 'alerts.8.ladder.1.stage: at once can never be reached: an earlier one always holds'],
    ['a key without its stage', ({ alerts }) => (alerts[21]!.dedup_key = '{alert}|{vendor}'), 'alerts.21.dedup_key: must name {alert} and {stage} or {date}'],
    ['a family with one side', ({ alerts }) => delete alerts[0]!.hands_over_to, 'alerts.1.takes_over_from: N-01 does not name N-02 as hands_over_to'],
    ['a variant for nobody', ({ alerts }) => (alerts[13]!.variants!.vendor_task!.to = []), 'alerts.13.variants.vendor_task.to: must be a list with at least one entry'],
  ])('%s', (_, change, expected) => {
    expect(faults(change)).toContain(expected)
  })

  test('a file that is no table', () => {
    expect(checkAlerts([])).toEqual([{ path: [], message: 'must be a map with a list of alerts' }])
    expect(checkAlerts(null)).toHaveLength(1)
  })
})

describe('the table agrees with the rulings', () => {
  const alert = (id: string) => book().alerts.find((each) => each.id === id)!

  test('N-10 tells the board contact every business day', () => {
    expect(alert('N-10').ladder.at(-1)).toMatchObject({ stage: 'every 1bd', to: ['compliance_head', 'executive', 'board_contact'] })
  })

  test('N-22 may speak twice on one day', () => {
    expect(alert('N-22').dedup_key).toContain('{stage}')
  })

  test('N-02 sends one extra message when the legal cap has passed', () => {
    expect(alert('N-02').ladder.find((rung) => rung.stage === 'CAP')).toMatchObject({
      severity: 'critical',
      to: ['compliance_head', 'executive', 'legal'],
      extra: true,
    })
  })

  test('only these can never be muted as a whole; N-14 from D+25 on', () => {
    expect(book().alerts.filter((each) => each.mutable === false).map((each) => each.id)).toEqual(['N-02', 'N-10', 'N-12', 'N-23'])
    expect(alert('N-14').ladder.filter((rung) => rung.mutable === false).map((rung) => rung.stage)).toEqual(['D+25', 'D+28', 'D+30', 'D+31'])
  })

  test('a vendor in exit no longer hears N-01, N-02 and N-05', () => {
    expect(book().alerts.filter((each) => each.vendor_in_exit === false).map((each) => each.id)).toEqual(['N-01', 'N-02', 'N-05'])
  })
})
