import { expect, test } from 'vitest'
import { pageMeta } from './page-meta.ts'

const root = { id: 'root', data: { errorTitles: { notFound: 'Not found', unexpected: 'Something went wrong' } } }
const vendor = { id: 'vendor', data: { title: 'Lanqiao' } }

test('a page is called by its own title, then by the record that it belongs to, then by the product', () => {
  expect(pageMeta({ error: null, matches: [root, { id: 'frame' }, vendor, { id: 'findings', data: { title: 'Findings' } }] })).toEqual([{ title: 'Findings · Lanqiao · Custodia' }])
})

test('a page without a title of its own has its record’s', () => {
  expect(pageMeta({ matches: [root, vendor, { id: 'overview', data: { rows: [] } }] })).toEqual([{ title: 'Lanqiao · Custodia' }])
  expect(pageMeta({ matches: [root] })).toEqual([{ title: 'Custodia' }])
})

test('a page that went wrong is called by what went wrong', () => {
  const error = { status: 404, statusText: '', internal: false, data: {} }
  expect(pageMeta({ error, matches: [root, { id: 'frame' }] })).toEqual([{ title: 'Not found · Custodia' }])
  expect(pageMeta({ error: new Error('broken'), matches: [root, { id: 'frame' }] })).toEqual([{ title: 'Something went wrong · Custodia' }])
})
