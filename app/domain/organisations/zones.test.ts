import { expect, test } from 'vitest'
import { isZone, ZONES } from './zones.ts'

test.each(ZONES)('%s has a clock', (zone) => {
  expect(isZone(zone)).toBe(true)
})

test.each(['', 'Asia/Atlantis', '+08:00', 'asia shanghai'])('%j is no zone', (zone) => {
  expect(isZone(zone)).toBe(false)
})
