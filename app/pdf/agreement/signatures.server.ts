import type { Party } from '#app/domain/agreements/template.ts'
import type { AgreementPages } from '../agreement-pdf.server.ts'
import { destination } from './articles.server.ts'
import { GAP, heading, paragraph, type Part } from '../page/blocks.server.ts'
import { ensureRoom, newPage, type Sheet } from '../page/document.server.ts'
import { inLine, partsOf, type Printed, type Words } from '../page/printed-language.ts'
import { STYLES } from '../page/styles.ts'
import { definitions } from '../page/tables.server.ts'
import { say, stamp } from '../page/wording.server.ts'

export type Signature = {
  party: Party
  name: string
  role: string
  signedAt: Date
  method: 'click' | 'pades' | 'paper'
  /** SHA-256 of the text that was signed. */
  digest: string
}

const LABEL = { zh: STYLES.label, en: STYLES.labelEn }
const VALUE = { zh: STYLES.text, en: STYLES.textEn }

/** One block for each party: who signed what, when and how, or room for a hand and a seal. */
export function writeSignatures(sheet: Sheet, { draft, signatures, zone, printed }: AgreementPages) {
  newPage(sheet, 'portrait')
  sheet.writer.outline.addItem(inLine(say('pdf.agreement.signatures'), printed), destination(sheet))
  heading(sheet, partsOf(say('pdf.agreement.signatures'), printed, { zh: STYLES.section, en: printed === 'both' ? STYLES.labelEn : STYLES.section }))
  sheet.y += GAP.row
  for (const part of partsOf(say('pdf.agreement.signaturesNote'), printed, VALUE)) paragraph(sheet, part)
  for (const party of ['company', 'vendor'] as const) {
    sheet.y += GAP.section
    const own = signatures.filter((signature) => signature.party === party)
    for (const signature of own.length > 0 ? own : [undefined]) {
      ensureRoom(sheet, 170)
      const name = { label: partsOf(say(`pdf.${party}`), printed, LABEL), value: partsOf(draft.words[`${party}_name`] ?? { zh: '', en: '' }, printed, { zh: STYLES.strong, en: STYLES.strongEn }) }
      definitions(sheet, [name, ...(signature ? signedBlock(signature, zone, printed) : openBlock(printed))], { labelWidth: 134 })
      sheet.y += GAP.block
    }
  }
}

function signedBlock({ name, role, signedAt, method, digest }: Signature, zone: string, printed: Printed) {
  const pair = (label: Words, value: Words) => ({ label: partsOf(label, printed, LABEL), value: partsOf(value, printed, VALUE) })
  const same = (text: string): Words => ({ zh: text, en: text })
  return [
    pair(say('pdf.agreement.signer'), same(name)),
    pair(say('pdf.agreement.role'), same(role)),
    pair(say('pdf.agreement.signedAt'), same(stamp(signedAt, zone))),
    pair(say('pdf.agreement.method'), say(`pdf.agreement.${method}`)),
    pair(say('pdf.agreement.signedDigest'), same(digest)),
  ]
}

function openBlock(printed: Printed) {
  const room: Part[] = [{ text: '\n', lang: 'en', style: STYLES.text }]
  return (['signer', 'role', 'signedAt', 'seal'] as const).map((key) => ({ label: partsOf(say(`pdf.agreement.${key}`), printed, LABEL), value: room }))
}
