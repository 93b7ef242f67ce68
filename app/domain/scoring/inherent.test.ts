import { expect, test } from 'vitest'
import type { AnswerValue, Tier } from '#app/domain/questionnaires/template.ts'
import { readFacts } from '#app/domain/questionnaires/visibility.ts'
import { compiled } from '#tests/support/scoring-cases.ts'
import { inherentRisk, tierOf } from './inherent.ts'

const least: Record<string, AnswerValue> = {
  'IN-06': ['contact'], 'IN-07': 0, 'IN-08': ['view'], 'IN-09': 'none_or_anonymised', 'IN-11': 'same_jurisdiction',
  'IN-12': 'none', 'IN-13': 'low', 'IN-14': 'easy',
}
const inherentOf = (change: Record<string, AnswerValue> = {}, tierSetTo?: Tier) => {
  const intake = { ...least, ...change }
  return inherentRisk(compiled, intake, readFacts(compiled, intake), tierSetTo)
}

test.each<[string[], number]>([
  [['none'], 0], [['contact'], 6], [['contact', 'identity_basic'], 7], [['contact', 'identity_basic', 'transaction'], 12],
  [['contact', 'contact'], 6], [['contact', 'identity_basic', 'transaction', 'behaviour'], 13],
  [['contact', 'identity_basic', 'transaction', 'behaviour', 'credential'], 21], [['biometric', 'health', 'payment', 'location'], 25], [[], 0],
])('D1 of %j is %i', (types, points) => {
  expect(inherentOf({ 'IN-06': types }).points.D1).toBe(points)
})

test.each([
  [0, 0], [1, 2], [999, 2], [1000, 5], [9999, 5], [10_000, 8], [99_999, 8], [100_000, 12], [999_999, 12], [1_000_000, 15], [90_000_000, 15],
])('D2 of %i people is %i', (people, points) => {
  expect(inherentOf({ 'IN-07': people }).points.D2).toBe(points)
})

test.each<[string[], number]>([
  [[], 0], [['view'], 2], [['view', 'delete'], 3], [['provide', 'collect', 'store'], 8],
  [['view', 'delete', 'use_compute', 'store', 'collect', 'provide'], 10], [['store', 'store'], 5],
])('D3 of %j is %i', (operations, points) => {
  expect(inherentOf({ 'IN-08': operations }).points.D3).toBe(points)
})

test('D3 without the item is 0 too', () => {
  const { 'IN-08': _operations, ...intake } = least
  expect(inherentRisk(compiled, intake, readFacts(compiled, intake)).points.D3).toBe(0)
})

test.each<[Record<string, AnswerValue>, string[], Tier]>([
  [{}, [], 'T4'],
  [{ 'IN-06': ['payment'], 'IN-07': 1_000_000 }, ['FL-1', 'FL-2', 'FL-3', 'FL-7'], 'T1'],
  [{ 'IN-06': ['payment'], 'IN-07': 999_999 }, ['FL-2', 'FL-7'], 'T2'],
  [{ 'IN-06': ['payment'], 'IN-07': 10_000 }, ['FL-2', 'FL-7'], 'T2'],
  [{ 'IN-06': ['payment'], 'IN-07': 9999 }, ['FL-7'], 'T3'],
  [{ 'IN-07': 1_000_000 }, ['FL-3'], 'T2'],
  [{ 'IN-07': 999_999 }, [], 'T4'],
  [{ 'IN-06': ['minors_u14'] }, ['FL-4', 'FL-7'], 'T2'],
  [{ 'IN-06': ['biometric'] }, ['FL-4', 'FL-7'], 'T2'],
  [{ 'IN-11': 'exempt_or_adequate' }, ['FL-5'], 'T3'],
  [{ 'IN-11': 'stored_abroad', 'IN-06': ['none'] }, [], 'T4'],
  [{ 'IN-13': 'critical', 'IN-14': 'sole' }, ['FL-6'], 'T2'],
  [{ 'IN-13': 'critical', 'IN-14': 'hard' }, [], 'T4'],
  [{ 'IN-06': ['none'], 'IN-07': 1_000_000 }, ['FL-3'], 'T2'],
])('%j hits the floors %j and is at least %s', (change, floors, tier) => {
  const inherent = inherentOf(change)
  expect(inherent.floors).toEqual(floors)
  expect(inherent.tier).toBe(tier)
})

test.each<[number, Tier]>([[0, 'T4'], [24, 'T4'], [25, 'T3'], [44, 'T3'], [45, 'T2'], [64, 'T2'], [65, 'T1'], [100, 'T1']])('IR %i is tier %s', (ir, tier) => {
  expect(tierOf(ir)).toBe(tier)
})

test('a floor lifts IR_eff to the start of its tier and never lowers it', () => {
  expect(inherentOf({ 'IN-06': ['biometric'] })).toMatchObject({ ir: 27, tier: 'T2', irEff: 45 })
  expect(inherentOf({ 'IN-06': ['payment'], 'IN-07': 2_000_000 })).toMatchObject({ ir: 40, tier: 'T1', irEff: 65 })
  const heavy = { 'IN-06': ['biometric', 'payment', 'health'], 'IN-07': 2_000_000, 'IN-09': 'privileged_remote', 'IN-12': 'overseas', 'IN-13': 'high' }
  expect(inherentOf(heavy)).toMatchObject({ tier: 'T1', ir: 70, irEff: 70 })
})

test('compliance may raise the tier, and lower it down to a floor', () => {
  expect(inherentOf({}, 'T2')).toMatchObject({ tier: 'T2', irEff: 45 })
  expect(inherentOf({ 'IN-06': ['payment'], 'IN-07': 20_000 }, 'T4')).toMatchObject({ tier: 'T2', irEff: 45 })
  const high = { 'IN-07': 999_999, 'IN-09': 'privileged_remote', 'IN-12': 'overseas', 'IN-13': 'critical' }
  expect(inherentOf(high)).toMatchObject({ ir: 51, tier: 'T2' })
  expect(inherentOf(high, 'T3')).toMatchObject({ tier: 'T3', irEff: 51 })
})
