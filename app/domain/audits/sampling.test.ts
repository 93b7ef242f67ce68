import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TIERS } from './due-dates.ts'
import { drawSample, sampleSize, selectLogRows, selectSample } from './sampling.ts'

describe('the sample size', () => {
  test.each([
    [0, 'T2', false, 0],
    [10, 'T2', false, 10],
    [11, 'T2', false, 10],
    [51, 'T3', false, 20],
    [251, 'T4', false, 30],
    [1001, 'T2', false, 40],
    [11, 'T1', false, 11],
    [50, 'T1', false, 15],
    [1000, 'T1', false, 45],
    [5000, 'T1', true, 120],
    [12, 'T2', true, 12],
    [51, 'T2', true, 40],
  ] as const)('of %i rows in %s, exception %s, is %i', (population, tier, exceptionFound, expected) => {
    expect(sampleSize({ population, tier, exceptionFound })).toBe(expected)
  })

  test('never passes the population, and T1 and an exception never make it smaller', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.constantFrom(...TIERS), (population, tier) => {
        const [plain, doubled] = [sampleSize({ population, tier }), sampleSize({ population, tier, exceptionFound: true })]
        expect(plain <= doubled && doubled <= population).toBe(true)
        expect(sampleSize({ population, tier: 'T1' })).toBeGreaterThanOrEqual(plain)
      }),
    )
  })
})

describe('the selection', () => {
  test('is the same for the same seed, for good', () => {
    expect(selectSample({ population: 100, size: 10, seed: 'AU-2026-0042' })).toEqual([16, 20, 29, 32, 53, 54, 78, 82, 84, 97])
  })

  test('differs between seeds and does not favour a part of the population', () => {
    const hits = Array.from({ length: 50 }, () => 0)
    for (let audit = 0; audit < 2_000; audit++) {
      for (const index of selectSample({ population: 50, size: 10, seed: `AU-${audit}` })) hits[index] = (hits[index] ?? 0) + 1
    }
    expect(Math.min(...hits)).toBeGreaterThan(320) // 400 expected
    expect(Math.max(...hits)).toBeLessThan(480)
  })

  test('holds distinct indices of the population, ascending, and a doubled sample contains the first', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(40), fc.string(), (population, size, seed) => {
        const sample = selectSample({ population, size, seed })
        expect(sample).toHaveLength(Math.min(size, population))
        expect([...new Set(sample)].sort((a, b) => a - b)).toEqual(sample)
        expect(sample.every((index) => index >= 0 && index < population)).toBe(true)
        expect(selectSample({ population, size: size * 2, seed })).toEqual(expect.arrayContaining(sample))
      }),
    )
  })
})

describe('sampled log rows', () => {
  const row = fc.record({
    actorId: fc.constantFrom('u01', 'u02', 'u03'),
    purpose: fc.constantFrom('logistics', 'service_delivery'),
    isAfterHours: fc.boolean(),
    isExport: fc.boolean(),
  })

  test('always hold every after-hours and export row, and fill up to the size with others', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), fc.nat(40), fc.string(), (rows, size, seed) => {
        const sample = selectLogRows(rows, size, seed)
        const always = rows.flatMap((each, index) => (each.isAfterHours || each.isExport ? [index] : []))
        expect(sample).toEqual(expect.arrayContaining(always))
        expect(sample).toHaveLength(Math.min(rows.length, Math.max(size, always.length)))
        expect(new Set(sample).size).toBe(sample.length)
        expect(selectLogRows(rows, size, seed)).toEqual(sample)
      }),
    )
  })

  test('come from every actor and purpose before any gets a second row', () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      actorId: index < 57 ? 'u01' : `u${index}`,
      purpose: 'logistics',
      isAfterHours: false,
      isExport: false,
    }))
    expect(selectLogRows(rows, 4, 'AU-1')).toEqual(expect.arrayContaining([57, 58, 59]))
  })
})

test('a drawn sample counts from one and stays the same; a population that cannot be has none', () => {
  const drawn = drawSample({ population: 60, tier: 'T2', seed: 's' })
  expect(drawn?.numbers).toHaveLength(20)
  expect(drawn?.numbers.every((number) => number >= 1 && number <= 60)).toBe(true)
  expect(drawSample({ population: 60, tier: 'T2', seed: 's' })).toEqual(drawn)
  for (const population of [0, -1, 1.5, Number.NaN, 1_000_001]) expect(drawSample({ population, tier: 'T2', seed: 's' })).toBeUndefined()
})
