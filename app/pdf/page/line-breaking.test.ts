import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines } from './line-breaking.ts'

/** Ideographs and Chinese punctuation one em, everything else half. */
const widthOf = (codePoint: number) => (codePoint > 0x2000 ? 1000 : 500)
const lines = (text: string, ems: number, hang = 0) => breakLines(text, ems * 1000, widthOf, hang * 1000).map((line) => line.text)

describe('breaking lines', () => {
  test.each([
    ['Chinese breaks between any two characters', '客户信息处理授权', 4, ['客户信息', '处理授权']],
    ['a comma is taken down with the character before it', '客户信息，处理', 4, ['客户信', '息，处理']],
    ['a closing bracket does not begin a line', '（甲方）乙方', 3, ['（甲', '方）乙', '方']],
    ['an opening quote does not end a line', '下称“甲方”', 3, ['下称', '“甲', '方”']],
    ['a dash stays with what is before it', '授权——范围', 3, ['授', '权——', '范围']],
    ['Latin words stay whole', 'data agreement now', 6.5, ['data', 'agreement now']],
    ['a Latin word in Chinese stays whole', '使用TLS1.2协议', 4.5, ['使用', 'TLS1.2协', '议']],
    ['spaces at the end of a line vanish', 'one  two', 2, ['one', 'two']],
    ['a hyphenated word stays whole', 'a first-rate thing', 5, ['a', 'first-rate', 'thing']],
    ['a number and its full stop stay together', '在30日内。', 3, ['在30', '日内。']],
    ['a word longer than a line breaks behind a hyphen', 'access-log-sample', 4, ['access-', 'log-', 'sample']],
    ['a word without a seam breaks where it must', 'abcdefgh', 2, ['abcd', 'efgh']],
    ['lines after the first are narrower by the hang', '一二三四五六七八', 4, ['一二三四', '五六七', '八'], 1],
    ['nothing is one empty line', '', 4, ['']],
  ] as [string, string, number, string[], number?][])('%s', (_, text, ems, expected, hang = 0) => {
    expect(lines(text, ems, hang)).toEqual(expected)
  })

  const characters = fc.constantFrom(...'客户信息处理授权，。、；：（）“”—…《》abcABC012 -,.;()TLS ')
  const texts = fc.array(characters, { maxLength: 120 }).map((list) => list.join(''))

  test('no character is lost or moved', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, ems) => {
        expect(lines(text, ems).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })

  test('no line is wider than its limit', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, ems) => {
        for (const line of breakLines(text, ems * 1000, widthOf)) expect(line.width).toBeLessThanOrEqual(ems * 1000)
      }),
    )
  })

  test('in ordinary text no word is cut and no line begins or ends where punctuation forbids it', () => {
    const word = fc.constantFrom('客户', '信息', '处理', '授权范围', 'TLS ', 'agreement ', '24')
    const mark = fc.constantFrom('，', '。', '；', '）', '（', '“', '”', '')
    const sentences = fc.array(fc.tuple(word, mark), { maxLength: 40 }).map((parts) => parts.flat().join('').replace(/[（“]+([，。；）”])/g, '$1'))
    fc.assert(
      fc.property(sentences, (text) => {
        const broken = lines(text, 14)
        for (const line of broken.slice(1)) expect(line).not.toMatch(/^[，。；）”]/)
        for (const line of broken.slice(0, -1)) expect(line).not.toMatch(/[（“]$/)
        for (const line of broken) for (const latin of line.match(/[A-Za-z]+/g) ?? []) expect(['TLS', 'agreement']).toContain(latin)
      }),
    )
  })
})
