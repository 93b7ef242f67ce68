import type { AgreementFile } from '#app/domain/agreements/agreement-file.server.ts'
import { translator } from '#app/i18n/index.ts'
import { agreementPdf } from '#app/pdf/agreement-pdf.server.ts'
import { disposition } from './send-file.server.ts'

const PRINTED = ['both', 'zh', 'en'] as const

/** `?lang=both|zh|en` (both unless given): an attachment named after the agreement; drafts say so in their name too. */
export function sendAgreementPdf({ number, status, ...pages }: AgreementFile, request: Request): Response {
  const wanted = new URL(request.url).searchParams.get('lang')
  const printed = PRINTED.find((each) => each === wanted) ?? 'both'
  const bytes = agreementPdf({ ...pages, printed, layout: 'stacked' })
  const t = translator(printed === 'en' ? 'en' : 'zh-CN')
  const name = [t('agreements.one'), number, pages.digest === undefined && t('status.agreement.draft'), status === 'void' && t('status.agreement.void')]
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': disposition(`${name.filter(Boolean).join(' ')}.pdf`),
      'Cache-Control': 'private, no-store',
    },
  })
}
