import type { AgreementPages } from '../agreement-pdf.server.ts'
import { GAP, heading, paragraph } from '../page/blocks.server.ts'
import type { Sheet } from '../page/document.server.ts'
import { partsOf, type Printed, type Words } from '../page/printed-language.ts'
import { STYLES } from '../page/styles.ts'
import { definitions, table, type TableColumn } from '../page/tables.server.ts'
import { both, say, spoken } from '../page/wording.server.ts'

const LABEL = { zh: STYLES.label, en: STYLES.labelEn }
const VALUE = { zh: STYLES.text, en: STYLES.textEn }
const STRONG = { zh: STYLES.strong, en: STYLES.strongEn }

/** Title, parties and the terms that people look for first. */
export function writeCover(sheet: Sheet, { draft, digest, printed }: AgreementPages) {
  const { words } = draft
  sheet.y += 64
  const [first, second] = partsOf(say('pdf.agreement.title'), printed, { zh: STYLES.title, en: printed === 'both' ? STYLES.subtitle : STYLES.title })
  if (first) heading(sheet, [first], { tag: 'H1' })
  if (second) paragraph(sheet, second)
  sheet.y += GAP.section + 6
  const period = words.auth_start && words.auth_end ? say('pdf.agreement.periodValue', spoken({ start: words.auth_start, end: words.auth_end })) : undefined
  const pair = pairIn(printed)
  definitions(sheet, [
    pair(say('pdf.agreement.no'), words.agreement_no),
    pair(say('pdf.agreement.version'), say('pdf.version', both({ version: draft.version }))),
    pair(say('pdf.agreement.service'), words.service_name),
    pair(say('pdf.agreement.mainContract'), words.main_contract_ref),
    pair(say('pdf.agreement.period'), period),
    pair(say('pdf.agreement.purposes'), words.purposes),
    pair(say('pdf.agreement.text'), digest === undefined ? say('pdf.agreement.noDigest') : { zh: digest, en: digest }),
  ])
  sheet.y += GAP.section + 6
  writeParties(sheet, words, printed)
}

function writeParties(sheet: Sheet, words: Record<string, Words>, printed: Printed) {
  const columns: TableColumn[] = [
    { head: { zh: '', en: '' }, share: 18 },
    { head: say('pdf.company'), share: 41 },
    { head: say('pdf.vendor'), share: 41 },
  ]
  const row = (label: Words, key: string, styles: typeof VALUE | typeof STRONG) => [
    partsOf(label, printed, LABEL),
    ...(['company', 'vendor'] as const).map((party) => partsOf(words[`${party}_${key}`] ?? { zh: '—', en: '—' }, printed, styles)),
  ]
  table(sheet, columns, [
    row(say('pdf.agreement.name'), 'name', STRONG),
    row(say('pdf.agreement.registration'), 'reg_no', VALUE),
    row(say('pdf.agreement.address'), 'address', VALUE),
  ], printed)
}

function pairIn(printed: Printed) {
  return (label: Words, value: Words = { zh: '—', en: '—' }) => ({ label: partsOf(label, printed, LABEL), value: partsOf(value, printed, VALUE) })
}
