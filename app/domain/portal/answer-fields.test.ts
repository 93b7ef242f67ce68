import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldName, isFieldOf, readGiven, readRevision, type Entry, type QuestionForm } from './answer-fields.ts'

const question = (type: QuestionForm['type'], columns?: QuestionForm['columns']): QuestionForm => ({ id: 'Q-1', type, columns })
const SITES = [{ id: 'site', type: 'text' }, { id: 'info', type: 'multi' }, { id: 'seats', type: 'number' }] as const

test('a choice, a text and a date are their field, blank is no answer', () => {
  expect(readGiven(question('single'), [['Q-1', 'none']]).value).toBe('none')
  expect(readGiven(question('text'), [['Q-1', '  两行\r\n文字 ']]).value).toBe('两行\n文字')
  expect(readGiven(question('date'), [['Q-1', '']]).value).toBeUndefined()
})

test('several ticks of one name are a list', () => {
  expect(readGiven(question('multi'), [['Q-1', 'a'], ['Q-1', 'b']]).value).toEqual(['a', 'b'])
  expect(readGiven(question('multi'), []).value).toBeUndefined()
})

test.each([['24', 24], ['２４', 24], ['1,200', 1200], ['0.5', 0.5], ['.5', 0.5], ['-1', -1], ['一天', '一天'], ['1e3', '1e3'], ['12 h', '12 h'], ['', undefined]])(
  'of a number field %j it reads %j',
  (typed, value) => {
    expect(readGiven(question('number'), [['Q-1', typed]]).value).toEqual(value)
  },
)

test('a table keeps the order of its rows, leaves blank ones out and the one that is dropped', () => {
  const entries: Entry[] = [
    ['Q-1.2.site', 'Foshan'], ['Q-1.0.site', 'Guangzhou'], ['Q-1.0.info', 'contact'], ['Q-1.0.info', 'payment'], ['Q-1.1.site', ' '], ['Q-1.2.seats', '12'],
  ]
  const rows = [{ site: 'Guangzhou', info: ['contact', 'payment'] }, { site: 'Foshan', seats: 12 }]
  expect(readGiven(question('table', SITES), entries).value).toEqual(rows)
  expect(readGiven(question('table', SITES), [...entries, ['Q-1.drop', '0']]).value).toEqual([rows[1]])
})

test('fields of columns that the table does not have are not read', () => {
  expect(readGiven(question('table', SITES), [['Q-1.0.__proto__', 'x'], ['Q-1.0.owner', 'x']]).value).toBeUndefined()
})

test('N/A, its reason and a note stand beside the value', () => {
  const entries: Entry[] = [['Q-1', 'no'], ['Q-1.na', 'on'], ['Q-1.naReason', ' nothing is built '], ['Q-1.note', 'by March']]
  expect(readGiven(question('yesno'), entries)).toEqual({ value: 'no', isNa: true, naReason: 'nothing is built', note: 'by March' })
})

test.each([['3', 3], ['', 0], ['x', 0], ['-2', 0], ['1.5', 0]])('a revision field %j is revision %i', (typed, revision) => {
  expect(readRevision('Q-1', [['Q-1.revision', typed]])).toBe(revision)
})

test("another question's fields are not this one's, whatever they are called", () => {
  expect(isFieldOf('Q-1', 'Q-10')).toBe(false)
  expect(isFieldOf('Q-1', 'Q-1.note')).toBe(true)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string().map((name) => `Q-10${name}`), fc.string())), (entries) => {
      expect(readGiven(question('table', SITES), entries)).toEqual({ value: undefined, isNa: false, naReason: undefined, note: undefined })
    }),
  )
})

test('a cell read from its own field name is the cell', () => {
  fc.assert(
    fc.property(fc.nat(199), fc.stringMatching(/^\S+$/), (row, text) => {
      expect(readGiven(question('table', SITES), [[fieldName.cell('Q-1', row, 'site'), text]]).value).toEqual([{ site: text.trim() }])
    }),
  )
})
