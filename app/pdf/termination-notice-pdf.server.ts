import { paragraph } from './page/blocks.server.ts'
import { closeDocument, ensureRoom, type Sheet } from './page/document.server.ts'
import { hairline } from './page/painting.server.ts'
import { cellStyles, partsOf, type Printed, type Words } from './page/printed-language.ts'
import { facts, openReport, paragraphs, same, section, STRONG, VALUE } from './page/report.server.ts'
import { table } from './page/tables.server.ts'
import { both, grouped, say, spoken, stamp } from './page/wording.server.ts'

/** What a notice must say (violations.yaml termination_workflow.notice_contents). Times print in `zone`. */
export type TerminationNotice = {
  noticeNo: string
  issuedAt: Date
  zone: string
  printed: Printed
  company: Words
  vendor: Words
  vendorAddress: Words
  agreementNo: string
  /** The agreement's signing date in words. */
  signedOn: Words
  /** Such as V-04 with its name. */
  violation: Words
  /** What happened, each with its dates. */
  facts: Words[]
  firstAt?: Date
  lastAt?: Date
  infoTypes?: Words
  subjectsAffected?: number
  /** The article that DPA-31 became in this agreement, 第28条 and Article 28. */
  article: Words
  /** Letter of the ground in item 1, a to i. */
  groundItem: string
  /** The instant by which each duty is due, or a calendar date in words. */
  deadlines: { access: Words; plan: Words; return?: Words; delete: Words; certificate: Words }
  contact: Words
  objectUntil: Words
  signedBy: { name: string; role: Words }
}

/** The termination notice in zh, en or both; effective on arrival. */
export function terminationNoticePdf(notice: TerminationNotice): Buffer {
  const { printed, company, vendor } = notice
  const sheet = openReport({ title: say('pdf.notice.title'), reference: notice.noticeNo, printed, issuedAt: notice.issuedAt })
  facts(sheet, [
    [say('pdf.notice.no'), notice.noticeNo],
    [say('pdf.notice.to'), vendor],
    [say('pdf.agreement.address'), notice.vendorAddress],
    [say('pdf.notice.from'), company],
    [say('pdf.notice.issued'), stamp(notice.issuedAt, notice.zone)],
  ], printed)
  const parties = spoken({ company, vendor, agreement: same(notice.agreementNo), signed: notice.signedOn })
  section(sheet, say('pdf.notice.parties'), [say('pdf.notice.partiesText', parties)], printed)
  writeFacts(sheet, notice)
  const ground = spoken({ article: notice.article, item: same(notice.groundItem) })
  section(sheet, say('pdf.notice.ground'), [say('pdf.notice.groundText', ground)], printed)
  section(sheet, say('pdf.notice.effect'), [say('pdf.notice.effectText')], printed)
  section(sheet, say('pdf.notice.stop'), [say('pdf.notice.stopText')], printed)
  writeDeadlines(sheet, notice)
  section(sheet, say('pdf.notice.preserve'), [say('pdf.notice.preserveText')], printed)
  const objection = spoken({ contact: notice.contact, until: notice.objectUntil })
  section(sheet, say('pdf.notice.object'), [say('pdf.notice.objectText', objection)], printed)
  writeSignature(sheet, notice)
  return closeDocument(sheet)
}

function writeFacts(sheet: Sheet, notice: TerminationNotice) {
  const { printed, firstAt, lastAt, zone, infoTypes, subjectsAffected } = notice
  section(sheet, say('pdf.notice.facts'), [say('pdf.notice.factsText', spoken({ violation: notice.violation }))], printed)
  notice.facts.forEach((fact) => paragraphs(sheet, fact, printed))
  const span = firstAt && lastAt ? say('pdf.notice.whenText', both({ first: stamp(firstAt, zone), last: stamp(lastAt, zone) })) : undefined
  const known = [span, infoTypes, subjectsAffected].some((each) => each !== undefined)
  if (!known) return
  sheet.y += 8
  facts(sheet, [
    [say('pdf.notice.when'), span],
    [say('pdf.notice.customers'), infoTypes],
    [say('pdf.notice.subjects'), subjectsAffected === undefined ? undefined : grouped(subjectsAffected)],
  ], printed)
}

function writeDeadlines(sheet: Sheet, { deadlines, printed }: TerminationNotice) {
  section(sheet, say('pdf.notice.deadlines'), [], printed)
  const rows = (['access', 'plan', 'return', 'delete', 'certificate'] as const).flatMap((duty) => {
    const due = deadlines[duty]
    return due ? [[partsOf(say(`pdf.notice.${duty}`), printed, cellStyles(printed)), partsOf(due, printed, cellStyles(printed))]] : []
  })
  table(sheet, [{ head: say('pdf.notice.deadline'), share: 62 }, { head: say('pdf.notice.due'), share: 38 }], rows, printed)
}

function writeSignature(sheet: Sheet, { company, signedBy, printed }: TerminationNotice) {
  ensureRoom(sheet, 170)
  section(sheet, say('pdf.notice.signed'), [], printed)
  for (const part of partsOf(company, printed, STRONG)) paragraph(sheet, part)
  sheet.y += 34
  hairline(sheet, sheet.y, sheet.frame.left, sheet.frame.left + 220)
  sheet.y += 4
  const name = spoken({ name: same(signedBy.name), role: signedBy.role })
  for (const part of partsOf(say('pdf.notice.signedBy', name), printed, VALUE)) paragraph(sheet, part)
}
