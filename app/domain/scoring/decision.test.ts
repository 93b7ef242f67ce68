import { expect, test } from 'vitest'
import type { Severity, Tier } from '#app/domain/questionnaires/template.ts'
import { decide, ruleIds, type Decision, type DecisionFacts } from './decision.ts'
import type { Band } from './residual.ts'

const good: DecisionFacts = { tier: 'T1', band: 'A', ceBp: 10_000, sections: {}, knockouts: [], openFindings: [] }
const decided = (change: Partial<DecisionFacts>) => {
  const { decision, rules } = decide({ ...good, ...change })
  return [decision, ...ruleIds(rules)]
}

test('nothing fired: approve', () => {
  expect(decided({})).toEqual(['approve'])
})

test.each<[Band, string[]]>([['A', ['approve']], ['B', ['approve']], ['C', ['conditional', 'R6']], ['D', ['reject', 'R2']], ['E', ['reject', 'R2']]])('band %s: %j', (band, expected) => {
  expect(decided({ band })).toEqual(expected)
})

test.each<[Tier, number, Decision]>([
  ['T1', 7000, 'approve'], ['T1', 6999, 'conditional'], ['T1', 5000, 'conditional'], ['T1', 4999, 'reject'],
  ['T2', 6000, 'approve'], ['T2', 5999, 'conditional'], ['T2', 4000, 'conditional'], ['T2', 3999, 'reject'],
  ['T3', 5000, 'approve'], ['T3', 4999, 'conditional'], ['T3', 3000, 'conditional'], ['T3', 2999, 'reject'],
  ['T4', 4000, 'approve'], ['T4', 3999, 'conditional'], ['T4', 2000, 'conditional'], ['T4', 1999, 'reject'],
])('R3 at %s with CE %i: %s', (tier, ceBp, decision) => {
  expect(decided({ tier, ceBp })).toEqual(decision === 'approve' ? ['approve'] : [decision, 'R3'])
})

test.each<[Tier, string, number, Decision]>([
  ['T1', 'ENC', 5000, 'approve'], ['T1', 'ENC', 4999, 'conditional'], ['T2', 'INC', 3000, 'conditional'], ['T2', 'LAW', 2999, 'reject'],
  ['T1', 'ACC', 0, 'reject'], ['T1', 'GOV', 0, 'approve'], ['T3', 'ENC', 0, 'approve'], ['T4', 'INC', 0, 'approve'],
])('R4 at %s with %s at %i: %s', (tier, section, ceBp, decision) => {
  expect(decided({ tier, sections: { [section]: ceBp } })).toEqual(decision === 'approve' ? ['approve'] : [decision, 'R4'])
})

test('R4 names each section and counts once as a rule', () => {
  const { rules } = decide({ ...good, sections: { LAW: 6000, ENC: 4900, INC: 2000 } })
  expect(rules).toMatchObject([{ rule: 'R4', section: 'ENC', lowersTo: 'conditional' }, { rule: 'R4', section: 'INC', lowersTo: 'reject' }])
  expect(ruleIds(rules)).toEqual(['R4'])
})

test('hard knock-outs reject, soft ones leave conditions', () => {
  expect(decided({ knockouts: [{ code: 'KO-04', kind: 'hard' }, { code: 'KO-23', kind: 'soft' }] })).toEqual(['reject', 'R1', 'R5'])
  expect(decided({ knockouts: [{ code: 'KO-23', kind: 'soft' }] })).toEqual(['conditional', 'R5'])
})

test.each<[Severity, boolean, string[]]>([
  ['critical', false, ['conditional', 'R7']], ['high', true, ['conditional', 'R7', 'R8']], ['medium', true, ['conditional', 'R8']],
  ['medium', false, ['approve']], ['low', false, ['approve']],
])('an open %s finding, before the contract %s: %j', (severity, preContract, expected) => {
  expect(decided({ openFindings: [{ question: 'SUB-04', severity, preContract }] })).toEqual(expected)
})

test('a condition never lifts a rejection', () => {
  expect(decided({ band: 'D', ceBp: 6000, knockouts: [{ code: 'KO-20', kind: 'soft' }] })).toEqual(['reject', 'R2', 'R3', 'R5'])
})
