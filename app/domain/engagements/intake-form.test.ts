import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IntakeItem } from '#app/domain/questionnaires/template.ts'
import { readIntakeForm } from './intake-form.ts'
import { intakeBySection, INTAKE_SECTIONS } from './intake-sections.ts'

const item = (id: string, type: IntakeItem['type'], rest: Partial<IntakeItem> = {}): IntakeItem => ({ id, type, zh: id, en: id, required: true, clauses: [], ...rest })
const ITEMS = [
  item('IN-01', 'text'),
  item('IN-06', 'multi'),
  item('IN-07', 'number'),
  item('IN-09', 'single'),
  item('IN-05', 'table', {
    columns: [
      { id: 'scenario', type: 'text', required: true, zh: '', en: '' },
      { id: 'info_types', type: 'multi', required: true, zh: '', en: '' },
    ],
  }),
]
const read = (entries: [string, string][], drop?: string) => readIntakeForm(ITEMS, entries, drop)

test('reads single values, lists, numbers, rows and notes', () => {
  const { intake, notes } = read([
    ['IN-06', 'contact'], ['IN-06', 'payment'], ['IN-06', 'contact'], ['IN-07', '1,240,000'], ['IN-09', 'api_or_file'], ['IN-09.note', 'why'],
    ['IN-05[0].scenario', 'Hotline'], ['IN-05[0].info_types', 'contact'], ['IN-05[0].info_types', 'payment'],
  ])
  expect(intake).toEqual({ 'IN-06': ['contact', 'payment'], 'IN-07': 1240000, 'IN-09': 'api_or_file', 'IN-05': [{ scenario: 'Hotline', info_types: ['contact', 'payment'] }] })
  expect(notes).toEqual({ 'IN-09': 'why' })
})

test.each([['１２４００００', 1240000], ['1 240 000', 1240000], ["1'240", 1240], ['12.5', 12.5], ['-3', -3], ['1e9', '1e9'], ['1,2', '1,2'], ['many', 'many']])(
  'the number %s is read as %s',
  (typed, value) => {
    expect(read([['IN-07', typed]]).intake['IN-07']).toBe(value)
  },
)

test('empty rows close up, a dropped row goes, and nothing at all is no answer', () => {
  const rows: [string, string][] = [['IN-05[0].scenario', ' '], ['IN-05[2].scenario', 'Two'], ['IN-05[5].scenario', 'Five']]
  expect(read(rows).intake['IN-05']).toEqual([{ scenario: 'Two' }, { scenario: 'Five' }])
  expect(read(rows, 'IN-05[2]').intake['IN-05']).toEqual([{ scenario: 'Five' }])
  expect(read([['IN-05[0].scenario', '']]).intake).toEqual({})
})

test('what is known of the vendor is never read from the form, nor is a field that the template does not have', () => {
  expect(read([['IN-01', 'Somebody'], ['IN-99', 'x'], ['__proto__', 'x']])).toEqual({ intake: {}, notes: {} })
})

test('no form, however odd, breaks the reader', () => {
  const name = fc.oneof(fc.constantFrom('IN-05[0].scenario', 'IN-05[9999].scenario', 'IN-05[-1].scenario', 'IN-06', 'IN-07'), fc.string())
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (entries) => {
      const rows = readIntakeForm(ITEMS, entries).intake['IN-05']
      expect(rows === undefined || (Array.isArray(rows) && rows.length <= 301)).toBe(true)
    }),
  )
})

test('every item stands in one part, what a table offers above it, unknown ones last', () => {
  const ids = Array.from({ length: 24 }, (_, n) => ({ id: `IN-${String(n + 1).padStart(2, '0')}` }))
  const parts = intakeBySection(ids)
  expect(parts.map(({ section }) => section)).toEqual(INTAKE_SECTIONS)
  const asked = parts.flatMap(({ items }) => items.map(({ id }) => id))
  expect([...asked].sort()).toEqual(ids.slice(3).map(({ id }) => id))
  expect(asked.indexOf('IN-05')).toBeGreaterThan(asked.indexOf('IN-08'))
  expect(sectionItems(parts, 'rules')).toContain('IN-24')
})

const sectionItems = (parts: ReturnType<typeof intakeBySection<{ id: string }>>, name: string) =>
  parts.find(({ section }) => section === name)?.items.map(({ id }) => id)
