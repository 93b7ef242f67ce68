import { expect, test } from 'vitest'
import { directionOf, sortedBy, vendorListAddress, without, type ListChoice } from './vendor-list-address.ts'

const choice: ListChoice = { q: '云帆', status: ['active', 'suspended'], tier: [], band: [], flag: ['AUDIT_OVERDUE'], owner: [], sort: 'name' }
const plain: ListChoice = { q: '', status: [], tier: [], band: [], flag: [], owner: [], sort: '-residual' }

test('an address holds what was chosen and nothing else', () => {
  expect(vendorListAddress(plain)).toBe('/vendors')
  expect(decodeURIComponent(vendorListAddress(choice, { after: 'k' }))).toBe('/vendors?q=云帆&status=active&status=suspended&flag=AUDIT_OVERDUE&sort=name&after=k')
})

test('one value of a filter comes off by itself, and paging starts anew', () => {
  expect(without({ ...choice, q: '' }, 'status', 'active')).toBe('/vendors?status=suspended&flag=AUDIT_OVERDUE&sort=name')
})

test('a column sorts, then turns round', () => {
  expect(sortedBy(plain, 'name')).toBe('/vendors?sort=name')
  expect(sortedBy({ ...plain, sort: 'name' }, 'name')).toBe('/vendors?sort=-name')
  expect(sortedBy(plain, 'residual')).toBe('/vendors?sort=residual')
  expect(sortedBy({ ...plain, sort: 'residual' }, 'residual')).toBe('/vendors')
  expect([directionOf(plain, 'residual'), directionOf(plain, 'name'), directionOf({ sort: 'updated' }, 'updated')]).toEqual(['descending', undefined, 'ascending'])
})
