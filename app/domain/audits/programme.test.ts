import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { findTransition, type Transition } from '#app/domain/state-machine.ts'
import englishAudits from '#app/i18n/en/audits.ts'
import english from '#app/i18n/en/status.ts'
import chineseAudits from '#app/i18n/zh-CN/audits.ts'
import chinese from '#app/i18n/zh-CN/status.ts'
import { AUDIT_BLOCKERS, AUDIT_STATES, AUDIT_TRANSITIONS, OPEN_AUDIT_STATES } from './audit.ts'
import { AUDIT_DEPTHS, applicableChecks, auditDepth } from './checks.ts'
import { AUDIT_INTERVAL_MONTHS, FIRST_AUDIT_MONTHS, REASSESS_MONTHS, TIERS } from './due-dates.ts'
import { CHECK_WEIGHTS, GRADES, OUTCOME_RULES, OUTCOMES } from './outcomes.ts'
import { OVERDUE_ESCALATION, REMEDIATION_DAYS } from './remediation.ts'
import { sampleSize } from './sampling.ts'
import { SPECIAL_AUDIT_TRIGGERS } from './special-audits.ts'

interface Labelled {
  id: string
  zh: string
  en: string
}
const template = parse(readFileSync(new URL('../../../templates/audits/programme.yaml', import.meta.url), 'utf8'))
const { programme, calendar } = template
const words = (rows: Labelled[], language: 'zh' | 'en') => Object.fromEntries(rows.map((row) => [row.id, row[language]]))

test('the audit machine has the states and edges of the programme', () => {
  expect(AUDIT_STATES).toEqual(programme.states.map((state: Labelled) => state.id))
  const row = ({ action, from, to, by }: Transition<string>) => ({ action, from: [...from], to, by: [...by] })
  expect(AUDIT_TRANSITIONS.map(row)).toEqual(programme.transitions.map(row))
  expect(AUDIT_STATES.filter((state) => !(OPEN_AUDIT_STATES as readonly string[]).includes(state))).toEqual(programme.terminal)
})

test('each action leads one way from each state, and only open audits move', () => {
  for (const row of AUDIT_TRANSITIONS) {
    for (const from of row.from) {
      expect(findTransition<string, string>(AUDIT_TRANSITIONS, row.action, from)).toEqual(row)
      expect(OPEN_AUDIT_STATES).toContain(from)
    }
  }
})

test('states, refusals, outcomes and depths have words in both languages', () => {
  expect([english.audit, chinese.audit]).toEqual([words(programme.states, 'en'), words(programme.states, 'zh')])
  expect([englishAudits.depth, chineseAudits.depth]).toEqual([words(programme.depths, 'en'), words(programme.depths, 'zh')])
  expect([englishAudits.outcome, chineseAudits.outcome]).toEqual([words(template.outcomes, 'en'), words(template.outcomes, 'zh')])
  for (const each of [english, chinese]) expect(Object.keys(each.blocked.audit)).toEqual([...AUDIT_BLOCKERS])
  for (const each of [englishAudits, chineseAudits]) expect(Object.keys(each.trigger)).toEqual([...SPECIAL_AUDIT_TRIGGERS])
})

test('outcomes, weights and grades are those of the template', () => {
  const outcomes = template.outcomes as { id: (typeof OUTCOMES)[number]; score: number | null; finding?: string | null }[]
  expect(OUTCOMES).toEqual(outcomes.map((each) => each.id))
  for (const each of outcomes) {
    expect(OUTCOME_RULES[each.id]).toEqual({
      ...(each.score === null ? {} : { score: each.score }),
      ...(each.finding ? { finding: each.finding } : {}),
    })
  }
  expect(CHECK_WEIGHTS).toEqual(template.audit_score.weights)
  expect(GRADES).toEqual(template.audit_score.grades)
})

test('months, days and sample sizes are those of the template', () => {
  expect(AUDIT_INTERVAL_MONTHS).toEqual(calendar.definitions.interval_months)
  expect(FIRST_AUDIT_MONTHS).toEqual(calendar.definitions.first_audit_months)
  expect(REASSESS_MONTHS).toEqual(calendar.definitions.reassess_months)
  expect(REMEDIATION_DAYS).toEqual(template.finding_rules.remediation_days)
  expect(SPECIAL_AUDIT_TRIGGERS).toHaveLength(calendar.special_audit_triggers.length)
  for (const row of template.sampling.table_A as { population: string; sample: number | 'all' }[]) {
    for (const population of row.population.match(/\d+/g)?.map(Number) ?? []) {
      const lot = row.population.startsWith('>') ? population + 1 : population
      expect([lot, sampleSize({ population: lot, tier: 'T2' })]).toEqual([lot, row.sample === 'all' ? lot : Math.min(lot, row.sample)])
    }
  }
})

test('what happens to an overdue finding on which day is what the template says', () => {
  for (const [severity, sentence] of Object.entries(template.finding_rules.overdue_escalation as Record<keyof typeof OVERDUE_ESCALATION, string>)) {
    const days = sentence.match(/T\+\d+/g)?.map((day) => Number(day.slice(2)))
    expect([severity, OVERDUE_ESCALATION[severity as keyof typeof OVERDUE_ESCALATION].map((step) => step.afterDays)]).toEqual([severity, days])
  }
})

test('each tier gets the depth that the programme names, T2 on site every second year', () => {
  for (const depth of programme.depths as { id: string; default_for: (typeof TIERS)[number][] }[]) {
    for (const tier of depth.default_for) {
      expect([tier, auditDepth({ tier, lastOnsiteOn: '2026-07-01', nextDue: '2027-07-01' })]).toEqual([tier, depth.id])
    }
  }
  expect(auditDepth({ tier: 'T2', lastOnsiteOn: '2026-07-01', nextDue: '2028-07-01' })).toBe('full')
  expect(auditDepth({ tier: 'T2', lastOnsiteOn: '2026-07-01', nextDue: '2028-07-02' })).toBe('onsite')
})

test('a deeper audit has every check of a lighter one, and conditions leave checks out', () => {
  const [light, full, onsite] = AUDIT_DEPTHS.map((depth) => applicableChecks(template.checks, depth, () => true).map((check) => check.id))
  expect(full).toEqual(expect.arrayContaining(light ?? []))
  expect(onsite).toEqual(expect.arrayContaining(full ?? []))
  expect(onsite).toHaveLength(template.checks.length)
  const unconditional = applicableChecks(template.checks, 'onsite', () => false).map((check) => check.id)
  const conditional = template.checks.filter((check: { applies_if?: unknown }) => check.applies_if).map((check: Labelled) => check.id)
  expect(conditional.length).toBeGreaterThan(5)
  expect(onsite?.filter((id) => !unconditional.includes(id))).toEqual(conditional)
})
