import type { Draft } from '#app/domain/agreements/draft.ts'
import { writeCover } from './agreement/cover.server.ts'
import { writeArticles } from './agreement/articles.server.ts'
import { writeSchedules } from './agreement/schedules.server.ts'
import { writeSignatures, type Signature } from './agreement/signatures.server.ts'
import { closeDocument, openDocument } from './page/document.server.ts'
import { sharedProgram } from './page/fonts.server.ts'
import { inLine, mainLang, type Printed, type Words } from './page/printed-language.ts'
import { both, say } from './page/wording.server.ts'
import en from '#app/i18n/en/pdf.ts'
import zh from '#app/i18n/zh-CN/pdf.ts'
import { readAgreementLibrary } from '#app/domain/agreements/agreement-library.server.ts'

export type AgreementPages = {
  draft: Draft
  /** SHA-256 of the frozen text; without it every page says draft. */
  digest?: string
  signatures: Signature[]
  /** Date in the file: the freezing, or the last signature. */
  issuedAt: Date
  /** IANA zone of signature times. */
  zone: string
  printed: Printed
  /** How two languages stand: one after the other, or zh left and en right. */
  layout: 'stacked' | 'side_by_side'
}

/** The agreement as it is signed; throws UnprintableCharacter when a name holds a character no font has. */
export function agreementPdf(pages: AgreementPages): Buffer {
  const { draft, digest, printed } = pages
  const number = draft.words.agreement_no ?? { zh: '', en: '' }
  const sheet = openDocument({
    title: `${inLine(say('pdf.agreement.title'), printed)} ${number.en}`.trim(),
    lang: mainLang(printed),
    issuedAt: pages.issuedAt,
    reference: `${number.en}  ${inLine(say('pdf.version', both({ version: draft.version })), printed)}`,
    digest,
    digestLabel: inLine(say(digest === undefined ? 'pdf.draft' : 'pdf.digest'), printed),
    pageLabel: (page, of) => inLine(say('pdf.page', both({ page, pages: of })), printed, '  '),
    programs: {
      regular: sharedProgram('agreement', 'regular', libraryCharacters),
      bold: sharedProgram('agreement', 'bold', headingCharacters),
    },
  })
  writeCover(sheet, pages)
  writeArticles(sheet, draft, pages)
  writeSchedules(sheet, draft, printed)
  writeSignatures(sheet, pages)
  return closeDocument(sheet)
}

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32))

/** Everything an agreement prints that nobody typed. */
function libraryCharacters(): string {
  const { template, logSpecification, commitments, labels } = readAgreementLibrary()
  return ASCII + JSON.stringify([template.clauses, template.parameters, template.schedules, template.places, logSpecification, commitments, labels, zh, en])
}

function headingCharacters(): string {
  const { template, logSpecification } = readAgreementLibrary()
  const titles: Words[] = template.clauses.map(({ title_zh, title_en }) => ({ zh: title_zh, en: title_en }))
  const heads = template.schedules.map(({ zh: words, table }) => [words, table])
  return ASCII + JSON.stringify([titles, heads, template.sections, logSpecification.columns, zh.agreement, zh.company, zh.vendor, '第条'])
}
