import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test('rows become lines with a byte order mark, quoted where they must be', () => {
  expect(csv([['层级', 'a,b', 'say "yes"', 'two\nlines', 3, null]])).toBe('\ufeff层级,"a,b","say ""yes""","two\nlines",3,\r\n')
})

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\r=1'])('a spreadsheet cannot take %j for a formula', (value) => {
  expect(csv([[value]]).slice(1)).toMatch(/^"?'/)
})

test('a negative number stays a number', () => {
  expect(csv([[-5]])).toBe('\ufeff-5\r\n')
})
