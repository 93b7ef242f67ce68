import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FLOOR_IDS, FLOORS, heavierTier, tierOf, type FloorId } from '#app/domain/scoring/inherent.ts'
import { explainTier, floorEffect } from './explain-tier.ts'

test('points alone explain a tier that no floor raised', () => {
  expect(explainTier({ ir: 63, floors: ['FL-3', 'FL-5'], tier: 'T2' })).toEqual({ kind: 'points', start: 45 })
})

test('the floors that raised the tier explain it', () => {
  expect(explainTier({ ir: 30, floors: ['FL-4', 'FL-7'], tier: 'T2' })).toEqual({ kind: 'floor', from: 'T3', floors: ['FL-4'] })
  expect(explainTier({ ir: 12, floors: ['FL-5'], tier: 'T3' })).toEqual({ kind: 'floor', from: 'T4', floors: ['FL-5'] })
})

test('a floor says whether it made a difference', () => {
  expect(floorEffect('FL-5', 63)).toEqual({ tier: 'T3', raises: false })
  expect(floorEffect('FL-1', 63)).toEqual({ tier: 'T1', raises: true })
})

test('a raised tier always names at least one floor, and only floors that ask for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.subarray([...FLOOR_IDS] as FloorId[]), (ir, floors) => {
      const tier = FLOORS.filter(({ id }) => floors.includes(id)).reduce((worst, floor) => heavierTier(worst, floor.tier), tierOf(ir))
      const reason = explainTier({ ir, floors, tier })
      if (reason.kind === 'points') expect(tier).toBe(tierOf(ir))
      else expect(reason.floors.map((id) => floorEffect(id, ir).tier)).toEqual(reason.floors.map(() => tier))
      if (reason.kind === 'floor') expect(reason.floors.length).toBeGreaterThan(0)
    }),
  )
})
