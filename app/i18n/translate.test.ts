import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Key } from './catalogue.ts'
import { translateIn } from './translate.ts'

const words = {
  task: { open: 'Open {{name}}', left_one: '{{count}} task left', left_other: '{{count}} tasks left' },
  state: { active: 'active' },
  wrong: 'The vendor is $t(state.{{now}}).',
  clause: 'Read <link>clause {{id}}</link> first, then <b>sign</b>',
}
const t = translateIn('en', words)

test('fills in values and leaves nothing of a missing one', () => {
  expect(t.from('task.open', { name: 'F-0412' })).toBe('Open F-0412')
  expect(t.from('task.open')).toBe('Open ')
})

test('takes the plural that the count asks for', () => {
  expect([0, 1, 2].map((count) => t.from('task.left', { count }))).toEqual(['0 tasks left', '1 task left', '2 tasks left'])
  expect(translateIn('zh-CN', { left_other: '还剩{{count}}项' }).from('left', { count: 1 })).toBe('还剩1项')
})

test('takes in the words of another key, but never a key that a value names', () => {
  expect(t.from('wrong', { now: 'active' })).toBe('The vendor is active.')
  expect(t.from('task.open', { name: '$t(state.active)' })).toBe('Open $t(state.active)')
})

test('an unknown key gives the fallback, else itself', () => {
  expect(t.from('task.lost', {}, 'task.open' as Key)).toBe('Open ')
  expect(t.from('task.lost')).toBe('task.lost')
})

test('cuts a sentence at its markup', () => {
  expect(t.pieces('clause' as Key, { id: 'R7.3.1' })).toEqual([
    { text: 'Read ' },
    { tag: 'link', text: 'clause R7.3.1' },
    { text: ' first, then ' },
    { tag: 'b', text: 'sign' },
    { text: '' },
  ])
})

test('a value brings in neither markup nor other values', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const [, link] = t.pieces('clause' as Key, { id })
      expect(link).toEqual({ tag: 'link', text: `clause ${id}` })
    }),
  )
  expect(t.from('task.open', { name: '{{count}} $& $1', count: 3 })).toBe('Open {{count}} $& $1')
})
