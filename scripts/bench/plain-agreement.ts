import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Draft } from '#app/domain/agreements/draft.ts'

const { resolve } = createRequire(import.meta.url)
const REGULAR = resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const BOLD = resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')

/** The agreement's articles as pdfkit's manual shows it: fonts by file for each document, paragraphs by text(). */
export function plainAgreement({ words, articles, sections }: Draft): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margins: { left: 72, right: 72, top: 56, bottom: 66 } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<Buffer>((done) => pdf.on('end', () => done(Buffer.concat(chunks))))
  pdf.registerFont('regular', REGULAR).registerFont('bold', BOLD)
  pdf.font('bold').fontSize(20).text('客户信息保护协议').text('Customer Information Protection Agreement')
  for (const name of ['agreement_no', 'company_name', 'vendor_name'] as const) pdf.font('regular').fontSize(10).text(words[name]?.zh ?? '').text(words[name]?.en ?? '')
  pdf.addPage()
  for (const section of sections) {
    const own = articles.filter((article) => article.section === section.id)
    if (own.length > 0) pdf.font('bold').fontSize(12).text(`${section.id} ${section.zh} ${section.en}`)
    for (const { id, heading, title, text } of own) {
      pdf.font('bold').fontSize(10.5).text(`${id} ${heading.zh} ${title.zh}`)
      pdf.font('regular').fontSize(10).text(text.zh, { align: 'justify' })
      pdf.font('bold').fontSize(10.5).text(`${heading.en} ${title.en}`)
      pdf.font('regular').fontSize(9).text(text.en, { align: 'justify' }).moveDown()
    }
  }
  pdf.end()
  return finished
}
