import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readTemplate, type ContentProblem } from './templates.server.ts'

let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custodia-template-'))
  fs.mkdirSync(path.join(folder, 'templates'))
  fs.writeFileSync(path.join(folder, 'templates', 'regulation.yaml'), '{}\n') // the mark of the product's folder
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})
afterAll(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true })
})

let count = 0
/** A content file of its own name, since what was read stays. */
function aTemplate(text = 'title: one\nitems:\n  - id: A\n  - id: B\n'): string {
  const name = `sample-${(count += 1)}.yaml`
  fs.writeFileSync(path.join(folder, 'templates', name), text)
  return name
}

const noB = (doc: { items: { id: string }[] }): ContentProblem[] =>
  doc.items.flatMap(({ id }, index) => (id === 'B' ? [{ path: ['items', index, 'id'], message: 'B is not allowed' }] : []))

test('whoever reads a file first, the checks of later readers still run, and name the line', () => {
  const name = aTemplate()
  expect(readTemplate(name)).toMatchObject({ title: 'one' })
  expect(() => readTemplate(name, noB)).toThrow(`templates/${name}:4: B is not allowed`)
})

test('a check that failed fails again; it is not taken for passed', () => {
  const name = aTemplate()
  expect(() => readTemplate(name, noB)).toThrow('B is not allowed')
  expect(() => readTemplate(name, noB)).toThrow('B is not allowed')
})

test('a file is read once, and each check of it runs once', () => {
  const name = aTemplate('items: []\n')
  const [one, other] = [vi.fn(() => []), vi.fn(() => [])]
  const first = readTemplate(name, one)
  fs.rmSync(path.join(folder, 'templates', name))
  expect(readTemplate(name, one)).toBe(first)
  expect(readTemplate(name, other)).toBe(first)
  readTemplate(name, other)
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 1])
})

test('what is no YAML is named with its line', () => {
  const name = aTemplate('title: one\nitems: [\n')
  expect(() => readTemplate(name)).toThrow(new RegExp(`^templates/${name}:\\d+: `))
})
