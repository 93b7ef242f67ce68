import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { heading, paragraph } from './blocks.server.ts'
import { closeDocument, openDocument, type Sheet } from './document.server.ts'
import { STYLES } from './styles.ts'
import { table } from './tables.server.ts'

const OPTIONS = { title: 'Test', lang: 'en' as const, issuedAt: new Date(0), reference: 'T', digestLabel: '', pageLabel: () => '' }

/** The tokens on each page, in reading order. */
async function pagesOf(write: (sheet: Sheet) => void): Promise<string[][]> {
  const sheet = openDocument(OPTIONS)
  write(sheet)
  const task = getDocument({ data: new Uint8Array(closeDocument(sheet)), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: string[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' ').match(/[A-Z]\d+\.\d+/g) ?? [])
  }
  await task.destroy()
  return pages
}

/** A paragraph of `count` lines, each of one word as long as a line. */
const lines = (name: string, count: number) => Array.from({ length: count }, (_, line) => `${name}.${line}${'_'.repeat(70)}`).join(' ')
const part = (text: string) => ({ text, lang: 'en' as const, style: STYLES.text })

describe('turning pages', () => {
  test('no line is lost and no paragraph of two lines or more leaves one line alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 20, maxLength: 40 }), async (counts) => {
        const pages = await pagesOf((sheet) => counts.forEach((count, index) => paragraph(sheet, part(lines(`P${index}`, count)))))
        expect(pages.flat()).toEqual(counts.flatMap((count, index) => Array.from({ length: count }, (_, line) => `P${index}.${line}`)))
        for (const tokens of pages) {
          const [firstName, firstLine] = (tokens[0] ?? '').slice(1).split('.').map(Number)
          const [lastName, lastLine] = (tokens.at(-1) ?? '').slice(1).split('.').map(Number)
          if (firstLine !== 0) expect(firstLine).toBeLessThan((counts[firstName ?? 0] ?? 0) - 1)
          if ((counts[lastName ?? 0] ?? 0) > 1) expect(lastLine).toBeGreaterThan(0)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('a heading never ends a page', async () => {
    const pages = await pagesOf((sheet) => {
      for (let index = 0; index < 60; index++) {
        heading(sheet, [part(`H${index}.0`)])
        paragraph(sheet, part(lines(`P${index}`, 1 + (index % 5))))
      }
    })
    expect(pages.length).toBeGreaterThan(3)
    for (const tokens of pages) expect(tokens.at(-1)).toMatch(/^P/)
  })

  test('a table row moves whole, and one taller than a page is split without loss', async () => {
    const counts = [3, 38, 2, 90, 4, 30]
    const rows = counts.map((count, index) => [[part(lines(`R${index}`, count))]])
    const pages = await pagesOf((sheet) => table(sheet, [{ head: { zh: 'T0.0', en: 'T0.0' }, share: 1 }], rows, 'en'))
    expect(pages.flat().filter((token) => token.startsWith('R'))).toEqual(counts.flatMap((count, index) => Array.from({ length: count }, (_, line) => `R${index}.${line}`)))
    for (const tokens of pages) expect(tokens).toContain('T0.0')
    const pagesWith = (row: string) => pages.filter((tokens) => tokens.some((token) => token.startsWith(row))).length
    expect([pagesWith('R1.'), pagesWith('R2.'), pagesWith('R4.'), pagesWith('R5.')]).toEqual([1, 1, 1, 1])
    expect(pagesWith('R3.')).toBeGreaterThan(1)
  })
})
