import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { agreementDigest } from '#app/domain/agreements/agreement-digest.server.ts'
import { approvalSheet } from '#app/domain/agreements/approval-sheet.ts'
import { draftAgreement, type DraftInput } from '#app/domain/agreements/draft.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { EXAMPLE_MEMO, EXAMPLE_NOTICE, EXAMPLE_RECEIPT } from '#tests/support/pdf-examples.ts'
import { agreementPdf, type AgreementPages } from './agreement-pdf.server.ts'
import { approvalSheetPdf } from './approval-sheet-pdf.server.ts'
import { decisionMemoPdf } from './decision-memo-pdf.server.ts'
import { UnprintableCharacter, unprintableIn } from './page/fonts.server.ts'
import { receiptPdf } from './receipt-pdf.server.ts'
import { terminationNoticePdf } from './termination-notice-pdf.server.ts'

type Page = { text: string; lang: string | null }

async function read(bytes: Buffer) {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: Page[] = []
  const struct: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items, lang } = await page.getTextContent()
    pages.push({ text: bare(items.map((item) => ('str' in item ? item.str : '')).join('')), lang })
    struct.push(JSON.stringify(await page.getStructTree()))
  }
  const outline = await document.getOutline()
  const info = (await document.getMetadata()).info as Record<string, unknown>
  await task.destroy()
  return { pages, text: pages.map(({ text }) => text).join(''), outline, info, struct: struct.join('') }
}

/** Extraction guesses spaces; running feet stand between the lines of a page break. */
function bare(text: string): string {
  return text.replace(/\s+/g, '').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
}

function pagesFor(input: DraftInput = exampleInput(), changes: Partial<AgreementPages> = {}): AgreementPages {
  const draft = draftAgreement(input)
  const digest = agreementDigest(draft)
  return { draft, digest, signatures: [], issuedAt: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai', printed: 'both', layout: 'stacked', ...changes }
}

/** Every clause of the library that one intake can bring together. */
const FULL_INTAKE = { 'IN-06': ['contact', 'biometric', 'minors_u14'], 'IN-11': 'stored_abroad', 'IN-20': 'yes', 'IN-21': 'cn_bank_insurance', 'IN-22': 'yes' }
const fullInput = exampleInput(FULL_INTAKE, { added: ['DPA-35', 'DPA-36'], assessed: undefined })

describe('the agreement', () => {
  test.each(['zh', 'en'] as const)('every clause comes back out of the %s file', async (language) => {
    const pages = pagesFor(fullInput, { printed: language })
    const { text } = await read(agreementPdf(pages))
    const foot = new RegExp(`HW-2026-0117(第1版|Version1)(第\\d+页，共\\d+页|Page\\d+of\\d+)SHA-256${pages.digest}`, 'g')
    const flowing = text.replace(foot, '')
    expect(pages.draft.articles.length).toBeGreaterThan(40)
    for (const article of pages.draft.articles) {
      expect(flowing).toContain(article.id)
      expect(flowing).toContain(bare(article.heading[language] + article.title[language]))
      for (const line of article.text[language].split('\n')) expect(flowing).toContain(bare(line))
    }
  })

  test('both languages side by side hold every article heading', async () => {
    const pages = pagesFor(fullInput, { layout: 'side_by_side' })
    const { text } = await read(agreementPdf(pages))
    for (const { heading, title } of pages.draft.articles) {
      expect(text).toContain(bare(heading.zh + title.zh))
      expect(text).toContain(bare(heading.en))
    }
  })

  test('equal input gives equal bytes', () => {
    expect(agreementPdf(pagesFor()).equals(agreementPdf(pagesFor()))).toBe(true)
    expect(agreementPdf(pagesFor()).equals(agreementPdf(pagesFor(exampleInput({}, { version: 2 }))))).toBe(false)
  })

  test('is tagged, speaks its language paragraph by paragraph, has a title and an outline', async () => {
    const { struct, info, outline } = await read(agreementPdf(pagesFor()))
    for (const role of ['"H1"', '"H2"', '"H3"', '"Table"', '"TR"', '"TH"', '"TD"']) expect(struct).toContain(role)
    expect(struct).toContain('"lang":"zh-CN"')
    expect(struct).toContain('"lang":"en"')
    expect(info.Title).toBe('客户信息处理授权协议 Customer information authorisation agreement HW-2026-0117')
    expect(info.Language).toBe('zh-CN')
    expect(outline?.map(({ title }) => title)).toContain('B 授权范围与目的 Scope and purpose')
    expect(outline?.at(-1)?.title).toBe('签署 Signatures')
  })

  test('every page carries number, version, digest and page n of m', async () => {
    const pages = pagesFor()
    const { pages: read_ } = await read(agreementPdf(pages))
    for (const [index, { text }] of read_.entries()) {
      expect(text).toContain(`SHA-256${pages.digest}`)
      expect(text).toContain(`HW-2026-0117第1版Version1`)
      expect(text).toContain(`第${index + 1}页，共${read_.length}页Page${index + 1}of${read_.length}`)
    }
  })

  test('without a digest every page says draft', async () => {
    const { pages } = await read(agreementPdf(pagesFor(exampleInput(), { digest: undefined })))
    for (const { text } of pages) expect(text).toContain('草稿，不可签署')
  })

  test('a signature shows signer, position, time, method and digest', async () => {
    const digest = 'ab'.repeat(32)
    const signature = { party: 'vendor' as const, name: '黄志远', role: '总经理', signedAt: new Date('2026-11-24T02:32:05Z'), method: 'click' as const, digest }
    const last = (await read(agreementPdf(pagesFor(exampleInput(), { signatures: [signature] })))).pages.at(-1)?.text ?? ''
    for (const words of ['黄志远', '总经理', '2026-11-2410:32:05+08:00', '平台电子签署', digest]) expect(last).toContain(words)
    expect(last).toContain('盖章') // the company has not signed
  })

  test('300 rows of scope repeat the head on every page and lose none', async () => {
    const [row] = exampleInput().scope
    const scope = Array.from({ length: 300 }, (_, index) => ({ ...(row as NonNullable<typeof row>), scenario_id: `S-${1000 + index}` }))
    const { pages } = await read(agreementPdf(pagesFor(exampleInput({}, { scope }), { printed: 'en' })))
    const tables = pages.filter(({ text }) => text.includes('InformationtypeScenarioOperations'))
    expect(tables.length).toBeGreaterThan(20)
    const rows = pages.flatMap(({ text }) => text.match(/S-1\d{3}/g) ?? [])
    expect(rows).toEqual(scope.map(({ scenario_id: id }) => id))
  })
})

describe('names', () => {
  const withName = (name: string) => pagesFor(exampleInput({}, { parameters: { ...exampleInput().parameters, vendor_name: name } }))

  test.each([
    ['𠮷野家', '𠮷', 'U+20BB7'],
    ['Vendor 😀', '😀', 'U+1F600'],
    ['한국 주식회사', '한', 'U+D55C'],
    ['شركة', 'ش', 'U+0634'],
    ['ישראל', 'י', 'U+05D9'],
  ])('%s is refused by the character that no font has', (name, character, codePoint) => {
    const attempt = () => agreementPdf(withName(name))
    expect(attempt).toThrow(UnprintableCharacter)
    expect(attempt).toThrow(expect.objectContaining({ character, codePoint }))
    expect(unprintableIn(name)).toBe(character)
  })

  test.each(['Société Générale – Zürich', '株式会社カタカナ', '䶮龘商贸有限公司', 'A&B <Ltd> "Co"'])('%s prints as it is', async (name) => {
    expect(unprintableIn(name)).toBeUndefined()
    expect((await read(agreementPdf(withName(name)))).text).toContain(bare(name))
  })

  test('direction marks do not reorder a name', async () => {
    const { text } = await read(agreementPdf(withName('Acme\u202e dtL \u2066Co\u2069')))
    expect(text).toContain('AcmedtLCo')
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test.each(['长'.repeat(200), 'L'.repeat(200), 'Long name '.repeat(20).trim()])('200 characters wrap and lose none: %#', async (name) => {
    const { text } = await read(agreementPdf(withName(name)))
    expect(text).toContain(bare(name))
  })
})

describe('short documents', () => {
  const texts = (printed: 'zh' | 'en') => ({
    notice: terminationNoticePdf({ ...EXAMPLE_NOTICE, printed }),
    receipt: receiptPdf({ ...EXAMPLE_RECEIPT, printed }),
    memo: decisionMemoPdf({ ...EXAMPLE_MEMO, printed }),
  })

  test.each([
    ['zh', ['HW-2025-0042号协议', '擅自转委托', '第28条（条款DPA-31）第1款第（c）项', '本通知到达乙方时终止生效', '立即停止对客户信息的一切访问', '2026年12月3日', '2026年12月23日', '2026年12月28日', '2026年11月26日', '原样保全', '何文博，合规负责人，dpo@haiwan.example', '2026年11月30日前书面提交']],
    ['en', ['agreement HW-2025-0042', 'Unauthorised sub-processing', 'Article 28 (clause DPA-31), item 1 (c)', 'takes effect when this notice reaches the Vendor', 'stops every access', '3 December 2026', '23 December 2026', '28 December 2026', '26 November 2026', 'preserves every log', 'He Wenbo, Head of Compliance', 'until 30 November 2026']],
  ] as const)('the %s termination notice says everything a notice must', async (printed, contents) => {
    const { text } = await read(texts(printed).notice)
    for (const words of contents) expect(text).toContain(bare(words))
  })

  test('the receipt lists answers, files with their hashes, who attested and when', async () => {
    const { text } = await read(texts('en').receipt)
    for (const { sha256, name } of EXAMPLE_RECEIPT.files) {
      expect(text).toContain(sha256)
      expect(text).toContain(bare(name))
    }
    for (const words of ['Named accounts', '24 hours', 'Not answered', 'Not applicable本服务不存储', '李娜', '2026-11-20 14:32:10 +08:00', '3 of 4 questions']) {
      expect(text).toContain(bare(words))
    }
  })

  test('the memo gives score, knock-outs, findings, decision, reasons and conditions', async () => {
    const { text } = await read(texts('en').memo)
    for (const words of ['Approved with conditions', '−47.98', 'KO-22', 'F-0412', 'before contract', 'Rule R6', 'Retire shared accounts (2026-12-20)', '何文博']) {
      expect(text).toContain(bare(words))
    }
  })

  test('a memo without knock-outs, findings or conditions says so', async () => {
    const { text } = await read(decisionMemoPdf({ ...EXAMPLE_MEMO, printed: 'zh', knockouts: [], findings: [], conditions: [] }))
    for (const words of ['未触发否决项。', '未提出问题。', '本决定不附条件。']) expect(text).toContain(words)
  })

  test('the approval sheet names the deviation, or that there is none', async () => {
    const deviation = { clauseId: 'DPA-39', old: { zh: '旧文', en: 'old words' }, new: { zh: '新文', en: 'new words' }, reason: '乙方为境外公司', approvedBy: '周敏', approvedOn: '2026-11-20' }
    const sheetFor = async (deviations: (typeof deviation)[]) => {
      const sheet = approvalSheet(draftAgreement(exampleInput({}, { deviations })))
      return (await read(approvalSheetPdf({ sheet, vendor: EXAMPLE_NOTICE.vendor, issuedAt: EXAMPLE_NOTICE.issuedAt, printed: 'zh' }))).text
    }
    const text = await sheetFor([deviation])
    for (const words of ['DPA-39', '旧文', '新文', '乙方为境外公司', '周敏', '2026-11-20']) expect(text).toContain(words)
    expect(await sheetFor([])).toContain('无偏离')
  })

  test('equal input gives equal bytes', () => {
    const [first, second] = [texts('zh'), texts('zh')]
    for (const name of ['notice', 'receipt', 'memo'] as const) expect(first[name].equals(second[name])).toBe(true)
  })
})
