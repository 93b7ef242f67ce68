import { expect, test } from 'vitest'
import type { Tier } from '#app/domain/questionnaires/template.ts'
import { cadenceOf, hasFallenTwoBands } from './cadence.ts'
import { liveResidual, type LiveEvents } from './live-residual.ts'
import { bandOf, residualRisk, type Band } from './residual.ts'

test.each([[41, 8529, 1128], [81, 8792, 2047], [63, 6834, 2640], [100, 0, 10_000], [100, 10_000, 1500], [0, 0, 0], [1, 10_000, 15]])('IR_eff %i and CE %i leave %i', (ir, ce, residual) => {
  expect(residualRisk(ir, ce)).toBe(residual)
})

test.each<[number, Band]>([
  [0, 'A'], [1499, 'A'], [1500, 'B'], [2999, 'B'], [3000, 'C'], [4499, 'C'], [4500, 'D'], [5999, 'D'], [6000, 'E'], [10_000, 'E'],
])('%i is band %s', (residual, band) => {
  expect(bandOf(residual)).toBe(band)
})

const quiet: LiveEvents = { criticalCases: 0, highCases: 0, otherCases: 0, auditOverdue: false, overdueHighFindings: 0, logGap: false, closedLast12Months: 0 }

test('the live residual of the worked example: audit overdue, one log gap, then a case', () => {
  const late = { ...quiet, auditOverdue: true, logGap: true }
  expect(liveResidual(1128, late)).toBe(1928)
  expect(liveResidual(1128, { ...late, highCases: 1 })).toBe(2728)
  expect(liveResidual(1128, { ...late, criticalCases: 1 })).toBe(3428)
  expect([1128, 1928, 2728, 3428].map(bandOf)).toEqual(['A', 'B', 'B', 'C'])
})

test.each<[Partial<LiveEvents>, number]>([
  [{ otherCases: 1 }, 300], [{ overdueHighFindings: 1 }, 500], [{ closedLast12Months: 2 }, 400], [{ criticalCases: 3 }, 3000], [{}, 0],
])('%j adds %i', (events, added) => {
  expect(liveResidual(1000, { ...quiet, ...events })).toBe(1000 + added)
})

test('nothing lies above 100', () => {
  expect(liveResidual(9000, { ...quiet, criticalCases: 2 })).toBe(10_000)
})

test.each<[Tier, Band, boolean, number]>([
  ['T1', 'A', false, 6], ['T1', 'C', false, 3], ['T2', 'B', false, 12], ['T2', 'C', false, 6], ['T4', 'C', false, 6],
  ['T2', 'D', true, 3], ['T3', 'E', true, 3], ['T3', 'B', true, 3],
])('%s in band %s, by override %s: an audit every %i months', (tier, band, byOverride, months) => {
  expect(cadenceOf({ tier, band, byOverride }).auditMonths).toBe(months)
})

test('every tier is audited at least once a year', () => {
  for (const tier of ['T1', 'T2', 'T3', 'T4'] as const) expect(cadenceOf({ tier, band: 'A' }).auditMonths).toBeLessThanOrEqual(12)
})

test('first audits, reassessments and log deliveries follow the tier', () => {
  const of = (tier: Tier) => cadenceOf({ tier, band: 'A' })
  expect((['T1', 'T2', 'T3', 'T4'] as const).map((tier) => [of(tier).firstAuditMonths, of(tier).reassessMonths, of(tier).logDays, of(tier).auditDepth])).toEqual([
    [3, 12, 7, 'onsite'], [6, 12, 30, 'full_onsite_biennial'], [9, 24, 30, 'light'], [12, 36, 31, 'light'],
  ])
})

test('a fall by two bands asks for a reassessment', () => {
  expect(hasFallenTwoBands('A', 'C')).toBe(true)
  expect(hasFallenTwoBands('A', 'B')).toBe(false)
  expect(hasFallenTwoBands('D', 'A')).toBe(false)
})
