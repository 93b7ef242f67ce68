import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { receiptOf } from '#app/domain/portal/receipt.server.ts'
import { disposition } from '#app/http/send-file.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { receiptPdf } from '#app/pdf/receipt-pdf.server.ts'

/** The receipt as a signed-off document to keep, in the reader's language. */
export const loader = vendorAuthed(async ({ ctx, params }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const { organisation, vendor, contact, locale } = ctx
  const [zh, en] = [receiptOf(answering, 'zh-CN'), receiptOf(answering, 'en')]
  const named = ({ name, nameAlt }: { name: string; nameAlt: string | null }) => ({ zh: name, en: nameAlt ?? name })
  const pdf = receiptPdf({
    receiptNo: zh.ref,
    submittedAt: zh.submittedAt,
    zone: contact.zone,
    printed: locale === 'en' ? 'en' : 'zh',
    company: named(organisation),
    vendor: named(vendor),
    questionnaire: { zh: `${answering.title} · ${zh.version}`, en: `${answering.title} · ${zh.version}` },
    attestedBy: { ...zh.attestation, email: contact.email },
    sections: zh.sections.map((section, at) => ({
      title: { zh: section.label, en: en.sections[at]?.label ?? section.label },
      answers: section.answers.map((answer, index) => {
        const other = en.sections[at]?.answers[index] ?? answer
        return { question: answer.questionId, text: { zh: answer.text, en: other.text }, answer: words(answer, other), notApplicable: answer.na }
      }),
    })),
    files: zh.files.map(({ questionId, name, sizeBytes, sha256 }) => ({ question: questionId, name, bytes: sizeBytes, sha256 })),
    digest: zh.digest,
  })
  return new Response(new Uint8Array(pdf), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': disposition(`${zh.ref}.pdf`), 'Cache-Control': 'private, no-store' },
  })
})

type Said = { lines: string[]; note?: string }

function words(zh: Said, en: Said): { zh: string; en: string } | undefined {
  const joined = ({ lines, note }: Said, open: string, close: string) => [...lines, ...(note ? [`${open}${note}${close}`] : [])].join('\n')
  return zh.lines.length === 0 && !zh.note ? undefined : { zh: joined(zh, '（', '）'), en: joined(en, '(', ')') }
}
