import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { AGREEMENT_BLOCKERS, AGREEMENT_STATUSES, AGREEMENT_TRANSITIONS } from '#app/domain/agreements/agreement.ts'
import type { Transition } from '#app/domain/state-machine.ts'
import { SUPPLY_REFUSALS } from '#app/domain/vendors/supply.ts'
import { VENDOR_BLOCKERS, VENDOR_FLAGS, VENDOR_STATUSES, VENDOR_TRANSITIONS } from '#app/domain/vendors/vendor.ts'
import englishCommon from '#app/i18n/en/common.ts'
import english from '#app/i18n/en/status.ts'
import chineseCommon from '#app/i18n/zh-CN/common.ts'
import chinese from '#app/i18n/zh-CN/status.ts'
import { BAN_MONTHS } from './ban.ts'
import { CASE_BLOCKERS } from './case-guards.ts'
import { CASE_STATES, CASE_TRANSITIONS, classMayBecome, CLOSED_CASE_STATES, openingClass, VIOLATION_CLASSES } from './case.ts'
import { SEVERITIES } from './severity.ts'
import { TERMINATION_STEPS } from './termination.ts'

interface Row {
  action: string
  from: string[]
  to: string
  by: string[]
  together?: true
}
interface Machine {
  id: string
  initial: string
  terminal: string[]
  states: { id: string; zh: string; en: string }[]
  transitions: Row[]
  forbidden?: string[]
}

const template = parse(readFileSync(new URL('../../../templates/violations/violations.yaml', import.meta.url), 'utf8'))
const machine = (id: string): Machine => template.state_machines.find((each: Machine) => each.id === id)

const MACHINES = [
  { id: 'violation_case', states: CASE_STATES, table: CASE_TRANSITIONS, word: 'case', blockers: CASE_BLOCKERS },
  { id: 'vendor', states: VENDOR_STATUSES, table: VENDOR_TRANSITIONS, word: 'vendor', blockers: VENDOR_BLOCKERS },
  { id: 'agreement', states: AGREEMENT_STATUSES, table: AGREEMENT_TRANSITIONS, word: 'agreement', blockers: AGREEMENT_BLOCKERS },
] as const

describe.each(MACHINES)('the $word machine', ({ id, states, table, word, blockers }) => {
  const written = machine(id)

  test('has the states of the template, in its order', () => {
    expect(states).toEqual(written.states.map((state) => state.id))
  })

  test('has the edges of the template, with who may take them', () => {
    expect(table.map(asRow)).toEqual(written.transitions.map((row) => asRow(row as Transition<string>)))
  })

  test('gives each action one way on from each state', () => {
    const steps = table.flatMap((row) => row.from.map((from) => `${row.action} from ${from}`))
    expect(new Set(steps).size).toBe(steps.length)
  })

  test('leaves no state but the terminal ones, and reaches each', () => {
    const left = new Set<string>(table.flatMap((row) => [...row.from]))
    expect(states.filter((state) => !left.has(state))).toEqual(states.filter((state) => written.terminal.includes(state)))
    const reached = new Set<string>([written.initial, ...table.map((row) => row.to)])
    expect(states.filter((state) => !reached.has(state))).toEqual([])
  })

  test('has a word for each state and refusal in both languages', () => {
    expect(english[word]).toEqual(Object.fromEntries(written.states.map((state) => [state.id, state.en])))
    expect(chinese[word]).toEqual(Object.fromEntries(written.states.map((state) => [state.id, state.zh])))
    for (const words of [english, chinese]) expect(Object.keys(words.blocked[word])).toEqual([...blockers])
  })
})

test('a case offers none of the paths that the template forbids', () => {
  const from = (state: string) => CASE_TRANSITIONS.filter((row) => (row.from as readonly string[]).includes(state)).map((row) => row.to)
  expect(from('must_terminate')).toEqual(['terminating'])
  expect(from('terminating')).toEqual(['closed_terminated'])
  for (const closed of CLOSED_CASE_STATES) expect(from(closed)).toEqual([])
  expect(CASE_TRANSITIONS.filter((row) => row.to === 'confirmed').map((row) => row.from)).toEqual([['investigating']])
})

test('termination has the steps, owners and duties of the template', () => {
  const written = template.termination_workflow.steps.map((step: { id: string; owner: string[]; mandatory: boolean }) => ({
    id: step.id,
    owners: step.owner,
    mandatory: step.mandatory,
  }))
  expect(TERMINATION_STEPS).toEqual(written)
  expect(template.termination_workflow.reonboarding_ban.months).toBe(BAN_MONTHS)
})

test('classes, severities, flags and gate reasons have words in both languages', () => {
  const classes = template.classes as { id: 'T' | 'P' | 'D'; zh: string; en: string }[]
  expect(classes.map((each) => each.id).sort()).toEqual([...VIOLATION_CLASSES].sort())
  for (const each of classes) expect([english.class[each.id], chinese.class[each.id]]).toEqual([each.en, each.zh])
  const severities = template.severities as { id: 'low' | 'medium' | 'high' | 'critical'; zh: string; en: string }[]
  expect(severities.map((each) => each.id).reverse()).toEqual(SEVERITIES)
  for (const each of severities) expect([english.severity[each.id], chinese.severity[each.id]]).toEqual([each.en, each.zh])
  for (const { flag } of [englishCommon, chineseCommon]) expect(Object.keys(flag)).toEqual([...VENDOR_FLAGS, 'BANNED'])
  for (const { supply } of [english, chinese]) expect(Object.keys(supply)).toEqual([...SUPPLY_REFUSALS])
})

test('every violation that ends the contract on confirmation is class T, every class P is only presumed', () => {
  const violations = template.violations as { id: string; class: 'T' | 'P' | 'D'; terminate_immediately: boolean | 'presumed' }[]
  expect(violations).toHaveLength(26)
  const immediate = { T: true, P: 'presumed', D: false }
  for (const each of violations) {
    expect([each.id, each.terminate_immediately]).toEqual([each.id, immediate[each.class]])
    const opened = openingClass({ violationId: each.id, templateClass: each.class, openedOn: '2026-11-24', earlierOpenedOn: [] })
    expect([each.id, opened]).toEqual([each.id, each.class])
    expect(classMayBecome(each.class, 'T')).toBe(true)
  }
})

test.each([
  ['LOG-16', ['V-15', 'V-17']],
  ['LOG-18', ['V-17']],
  ['LOG-17', ['V-01']],
  ['LOG-19', ['V-09']],
  ['LOG-20', ['V-15']],
  ['LOG-10', ['V-05', 'V-22']],
  ['LOG-05', ['V-20', 'V-24']],
  ['LOG-09', ['V-09', 'V-24']],
])('%s detects %j', (rule, expected) => {
  const violations = template.violations as { id: string; detected_by: string[] }[]
  expect(violations.filter((each) => each.detected_by.includes(rule)).map((each) => each.id)).toEqual(expected)
})

function asRow(row: Transition<string>): Row {
  return { action: row.action, from: [...row.from], to: row.to, by: [...row.by], ...(row.together ? { together: true } : {}) }
}
