import type { Part } from './page/blocks.server.ts'
import { closeDocument, type Sheet } from './page/document.server.ts'
import { cellStyles, partsOf, type Printed, type Words } from './page/printed-language.ts'
import { facts, openReport, paragraphs, same, section } from './page/report.server.ts'
import { STYLES } from './page/styles.ts'
import { table } from './page/tables.server.ts'
import { both, grouped, say, spoken, stamp } from './page/wording.server.ts'

type ReceiptAnswer = {
  question: string
  text: Words
  /** In words: labels, numbers, rows joined; undefined when not answered. */
  answer?: Words
  /** Set when the vendor said not applicable. */
  notApplicable?: string
}
type ReceiptSection = { title: Words; answers: ReceiptAnswer[] }
type ReceiptFile = { question: string; name: string; bytes: number; sha256: string }

export type Receipt = {
  receiptNo: string
  submittedAt: Date
  zone: string
  printed: Printed
  company: Words
  vendor: Words
  questionnaire: Words
  attestedBy: { name: string; role: string; email: string }
  sections: ReceiptSection[]
  files: ReceiptFile[]
  /** SHA-256 of the stored submission. */
  digest: string
}

/** What the vendor keeps after submitting: every answer, every file with its SHA-256, who attested and when. */
export function receiptPdf(receipt: Receipt): Buffer {
  const { printed, zone, attestedBy, files } = receipt
  const sheet = openReport({ title: say('pdf.receipt.title'), reference: receipt.receiptNo, printed, issuedAt: receipt.submittedAt, digest: receipt.digest })
  const at = stamp(receipt.submittedAt, zone)
  paragraphs(sheet, say('pdf.receipt.intro', spoken({ vendor: receipt.vendor, company: receipt.company, at: same(at) })), printed)
  sheet.y += 8
  const answers = receipt.sections.flatMap((each) => each.answers)
  const given = answers.filter(({ answer, notApplicable }) => answer !== undefined || notApplicable !== undefined)
  facts(sheet, [
    [say('pdf.receipt.no'), receipt.receiptNo],
    [say('pdf.receipt.questionnaire'), receipt.questionnaire],
    [say('pdf.receipt.submittedAt'), at],
    [say('pdf.receipt.attestedBy'), `${attestedBy.name}, ${attestedBy.role}, ${attestedBy.email}`],
    [say('pdf.receipt.answered'), say('pdf.receipt.answersValue', both({ answered: given.length, asked: answers.length }))],
    [say('pdf.receipt.files'), say('pdf.receipt.filesValue', both({ count: files.length }))],
  ], printed)
  sheet.y += 8
  paragraphs(sheet, say('pdf.receipt.attestedText'), printed)
  for (const each of receipt.sections) writeAnswers(sheet, each, printed)
  writeFiles(sheet, files, printed)
  return closeDocument(sheet)
}

function writeAnswers(sheet: Sheet, { title, answers }: ReceiptSection, printed: Printed) {
  section(sheet, title, [], printed)
  const styles = cellStyles(printed)
  const rows = answers.map((each) => [partsOf(same(each.question), printed, styles), partsOf(each.text, printed, styles), answerParts(each, printed)])
  table(sheet, [
    { head: say('pdf.number'), share: 9 },
    { head: say('pdf.receipt.question'), share: 48 },
    { head: say('pdf.receipt.answer'), share: 43 },
  ], rows, printed)
}

function answerParts({ answer, notApplicable }: ReceiptAnswer, printed: Printed): Part[] {
  const muted = { zh: STYLES.cellMuted, en: STYLES.cellMuted }
  if (notApplicable !== undefined) return [...partsOf(say('pdf.receipt.notApplicable'), printed, muted), ...partsOf(same(notApplicable), printed, cellStyles(printed))]
  return answer === undefined ? partsOf(say('pdf.receipt.notAnswered'), printed, muted) : partsOf(answer, printed, cellStyles(printed))
}

function writeFiles(sheet: Sheet, files: ReceiptFile[], printed: Printed) {
  section(sheet, say('pdf.receipt.files'), files.length === 0 ? [say('pdf.receipt.noFiles')] : [], printed)
  if (files.length === 0) return
  const styles = cellStyles(printed)
  const cell = (text: string) => partsOf(same(text), printed, styles)
  table(sheet, [
    { head: say('pdf.number'), share: 9 },
    { head: say('pdf.receipt.file'), share: 34 },
    { head: say('pdf.receipt.size'), share: 15, align: 'right' },
    { head: say('pdf.receipt.hash'), share: 42 },
  ], files.map(({ question, name, bytes, sha256 }) => [cell(question), cell(name), cell(`${grouped(bytes)} B`), cell(sha256.replace(/.{16}/g, '$& ').trim())]), printed)
}
