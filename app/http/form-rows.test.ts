import { expect, test } from 'vitest'
import { changeRows, countRows } from './form-rows.ts'

const typed = { title: 'x', 'contacts[0].name': 'Li', 'contacts[1].name': 'Wang', 'contacts[2].name': 'Zhou', 'scope[0].operations': ['view', 'store'] }

test('a new row follows the last one and nothing typed is lost', () => {
  const grown = changeRows(typed, 'contacts')
  expect(grown).toMatchObject(typed)
  expect(countRows(grown, 'contacts')).toBe(4)
  expect(countRows(changeRows({}, 'scope'), 'scope')).toBe(1)
})

test('a row taken out lets the later ones move up', () => {
  expect(changeRows(typed, 'contacts-remove-1')).toEqual({ title: 'x', 'contacts[0].name': 'Li', 'contacts[1].name': 'Zhou', 'scope[0].operations': ['view', 'store'] })
})
