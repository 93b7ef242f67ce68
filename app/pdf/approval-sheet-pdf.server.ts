import type { ApprovalSheet } from '#app/domain/agreements/approval-sheet.ts'
import { closeDocument } from './page/document.server.ts'
import { cellStyles, partsOf, type Printed, type Words } from './page/printed-language.ts'
import { facts, openReport, paragraphs, same } from './page/report.server.ts'
import { table, type TableRow } from './page/tables.server.ts'
import { both, say } from './page/wording.server.ts'

type ApprovalPages = { sheet: ApprovalSheet; vendor: Words; issuedAt: Date; printed: Printed }

/** Every departure from the clause library, with both texts, reason and approver; kept beside the agreement. */
export function approvalSheetPdf({ sheet: approval, vendor, issuedAt, printed }: ApprovalPages): Buffer {
  const sheet = openReport({ title: say('pdf.approval.title'), reference: approval.agreementNo, printed, issuedAt })
  facts(sheet, [
    [say('pdf.agreement.no'), approval.agreementNo],
    [say('pdf.agreement.version'), say('pdf.version', both({ version: approval.version }))],
    [say('pdf.vendor'), vendor],
  ], printed)
  sheet.y += 10
  paragraphs(sheet, say(approval.rows.length === 0 ? 'pdf.approval.none' : 'pdf.approval.intro'), printed)
  sheet.y += 6
  if (approval.rows.length > 0) table(sheet, columns(), approval.rows.map((row) => approvalRow(row, printed)), printed)
  return closeDocument(sheet)
}

function columns() {
  return [
    { head: say('pdf.approval.article'), share: 17 },
    { head: say('pdf.approval.old'), share: 26 },
    { head: say('pdf.approval.new'), share: 26 },
    { head: say('pdf.approval.reason'), share: 17 },
    { head: say('pdf.approval.approved'), share: 14 },
  ]
}

function approvalRow(row: ApprovalSheet['rows'][number], printed: Printed): TableRow {
  const styles = cellStyles(printed)
  const cell = (words: Words) => partsOf(words, printed, styles)
  return [
    [...cell(same(row.clauseId)), ...cell(row.title ?? same(''))],
    cell(row.old),
    cell(row.new),
    cell(same(row.reason)),
    [...cell(same(row.approvedBy ?? '')), ...cell(same(row.approvedOn ?? ''))],
  ]
}
