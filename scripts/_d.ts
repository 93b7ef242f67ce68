import fs from 'node:fs'
import { terminationNoticePdf } from '#app/pdf/termination-notice-pdf.server.ts'
import { receiptPdf } from '#app/pdf/receipt-pdf.server.ts'
import { decisionMemoPdf } from '#app/pdf/decision-memo-pdf.server.ts'
import { approvalSheetPdf } from '#app/pdf/approval-sheet-pdf.server.ts'
import { approvalSheet } from '#app/domain/agreements/approval-sheet.ts'
import { draftAgreement } from '#app/domain/agreements/draft.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { EXAMPLE_NOTICE, EXAMPLE_RECEIPT, EXAMPLE_MEMO } from '#tests/support/pdf-examples.ts'
const draft = draftAgreement(exampleInput({}, {deviations:[{clauseId:'DPA-39',old:{zh:'本协议适用{{governing_law}}。争议先协商，三十日内未解决的，提交{{dispute_forum}}处理。',en:'This agreement is governed by {{governing_law}}.'},new:{zh:'争议提交上海国际仲裁中心仲裁。',en:'Disputes go to arbitration at SHIAC.'},reason:'乙方为境外公司',approvedBy:'周敏',approvedOn:'2026-11-20'}]}))
for (const printed of ['both','zh','en'] as const) {
fs.writeFileSync(`/tmp/n_${printed}.pdf`, terminationNoticePdf({...EXAMPLE_NOTICE,printed}))
fs.writeFileSync(`/tmp/r_${printed}.pdf`, receiptPdf({...EXAMPLE_RECEIPT,printed}))
fs.writeFileSync(`/tmp/m_${printed}.pdf`, decisionMemoPdf({...EXAMPLE_MEMO,printed}))
fs.writeFileSync(`/tmp/x_${printed}.pdf`, approvalSheetPdf({sheet:approvalSheet(draft),vendor:EXAMPLE_NOTICE.vendor,issuedAt:new Date('2026-11-24T02:00:00Z'),printed}))
}
