import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES } from '#app/domain/identity/actor.ts'
import { furtherPlaces, navigationFor } from './navigation.ts'

const nothing = { toReview: 0, openFindings: 0, openCases: 0 }
const places = (...roles: Parameters<typeof navigationFor>[0]) => navigationFor(roles, nothing).map(({ id }) => id)
const further = (...roles: Parameters<typeof furtherPlaces>[0]) => furtherPlaces(roles).map(({ id }) => id)

test('compliance begins with its work and has the risk in sight; an auditor begins with the risk and has the trail', () => {
  expect(places('compliance')).toEqual(['work', 'vendors', 'assessments', 'findings', 'calendar', 'violations', 'risk'])
  expect(places('auditor')).toEqual(['risk', 'vendors', 'assessments', 'findings', 'agreements', 'violations', 'trail'])
})

test('what the sidebar has no room for stands in the menu', () => {
  expect(further('compliance')).toEqual(['agreements'])
  expect(further('procurement')).toEqual(['risk'])
  expect(further('auditor')).toEqual(['calendar'])
  expect(further('signatory')).toEqual([])
})

test('every role reaches the risk from every page', () => {
  for (const role of ROLES) expect([role, ...places(role), ...further(role)]).toContain('risk')
})

test('who reads and works has work', () => {
  expect(places('auditor', 'legal')[0]).toBe('work')
})

test('who may not read violations is not led there', () => {
  expect(places('signatory')).not.toContain('violations')
})

test('whatever the roles, there are at most seven places and each once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }), (roles) => {
      const found = places(...roles)
      return found.length <= 7 && new Set(found).size === found.length
    }),
  )
})

test('a place tells how much waits there', () => {
  expect(navigationFor(['compliance'], { toReview: 7, openFindings: 14, openCases: 1 }).filter(({ count }) => count).map(({ id, count }) => [id, count])).toEqual([
    ['assessments', 7],
    ['findings', 14],
    ['violations', 1],
  ])
})
