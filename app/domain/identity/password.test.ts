import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PASSWORD_CHARACTERS, passwordWeakness } from './password.ts'

test.each(['correct horse battery', '四个汉字不够还要更多的字才行', 'Tq7#vm2&Lz9!p', 'river-otter-lamp-42'])('%s may be used', (password) => {
  expect(passwordWeakness(password, ['Zhou Min', 'zhou.min@haiwan.example'])).toBeUndefined()
})

test.each([
  ['short', 'too_short'],
  ['𠮷𠮷𠮷𠮷𠮷𠮷', 'too_short'],
  ['x'.repeat(201), 'too_long'],
  ['aaaaaaaaaaaaaa', 'too_plain'],
  ['abcabcabcabcabc', 'too_plain'],
  ['Password1234', 'too_common'],
  ['P@ssw0rd!2026', 'too_common'],
  ['123456qwerty', 'too_common'],
  ['qwertyuiop123', 'too_common'],
  ['987654321098', 'too_common'],
  ['1qaz2wsx3edc', 'too_common'],
  ['custodia2026!', 'too_common'],
  ['woaini1314520', 'too_common'],
  ['zhoumin.zhou1', 'own_name'],
  ['Haiwan-2026!!', 'own_name'],
  ['zhou1234zhou', 'own_name'],
  ['ZhouMin-2026', 'own_name'],
])('%s is refused as %s', (password, weakness) => {
  expect(passwordWeakness(password, ['Zhou Min', 'zhou.min@haiwan.example'])).toBe(weakness)
})

test('a long password of random letters may always be used', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'acegikmoqsuwybdfhjlnprtvxz#&*('), minLength: 24, maxLength: 60 })
  fc.assert(fc.property(letters, (password) => new Set(password).size < 12 || passwordWeakness(password) === undefined))
})

test('what counts is characters, not code units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (password) => {
      const short = [...password].length < PASSWORD_CHARACTERS.min
      return (passwordWeakness(password) === 'too_short') === short
    }),
  )
})
