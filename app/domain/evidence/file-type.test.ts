import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, extensionOf } from './file-type.ts'
import { officeContent } from './office-package.ts'
import { aZip } from '#tests/support/files.ts'

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\li\\报告 2026.PDF', '报告 2026.PDF'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['..', 'file'],
  ['', 'file'],
  ['.pdf', 'pdf'],
  ['con<>:"|?*.txt', 'con_______.txt'],
  ['𠮷野家👩‍👩‍👧.docx', '𠮷野家👩👩👧.docx'],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('a very long name keeps its extension', () => {
  const name = cleanFileName(`${'证'.repeat(400)}.xlsx`)
  expect([...name]).toHaveLength(185)
  expect(extensionOf(name)).toBe('xlsx')
})

test('whatever a name is, it has no folder, no control and is not empty; cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanFileName(given)
      expect(name).not.toMatch(/[/\\\u0000-\u001f]/)
      expect(name).not.toBe('')
      expect(cleanFileName(name)).toBe(name)
    }),
  )
})

test.each(['svg', 'html', 'exe', 'zip', 'docm', 'xlsm', 'js', 'pdf.exe', 'pdf ', 'heic'])('.%s is not allowed', (extension) => {
  expect(extensionOf(`evidence.${extension}`)).toBeUndefined()
})

const zip = (...names: string[]) => aZip(names)

test('packages are told apart by their directory, wherever their parts lie', () => {
  for (const [folder, content] of [['word', 'word'], ['xl', 'xl'], ['ppt', 'ppt']] as const) {
    const bytes = zip('_rels/.rels', `${folder}/document.xml`, '[Content_Types].xml')
    expect(officeContent(bytes, bytes.length)).toBe(content)
  }
})

test('an archive, a package with macros and a torn one are none of them', () => {
  const plain = zip('a.txt', 'b.exe')
  expect(officeContent(plain, plain.length)).toBe('unknown')
  const macros = zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')
  expect(officeContent(macros, macros.length)).toBe('macros')
  const torn = zip('[Content_Types].xml', 'word/document.xml')
  expect(officeContent(torn.subarray(0, torn.length - 30), torn.length - 30)).toBe('unknown')
})

test('no bytes make the directory reader fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(1000), (bytes, before) => {
      expect(typeof officeContent(bytes, bytes.length + before)).toBe('string')
    }),
  )
  const whole = zip('[Content_Types].xml', 'word/document.xml')
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(whole)
      changed[at] = byte
      expect(typeof officeContent(changed, changed.length)).toBe('string')
    }),
  )
})
