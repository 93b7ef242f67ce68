import { GAP, heading, paragraph, type Part } from './blocks.server.ts'
import { openDocument, type Sheet } from './document.server.ts'
import { inLine, mainLang, partsOf, type Printed, type Words } from './printed-language.ts'
import { STYLES } from './styles.ts'
import { definitions } from './tables.server.ts'
import { both, say } from './wording.server.ts'

type ReportHead = {
  title: Words
  /** Number of the document, in the foot. */
  reference: string
  printed: Printed
  issuedAt: Date
  digest?: string
}

const LABEL = { zh: STYLES.label, en: STYLES.labelEn }
export const VALUE = { zh: STYLES.text, en: STYLES.textEn }
export const STRONG = { zh: STYLES.strong, en: STYLES.strongEn }

/** A short document: title in each language, then whatever is written on it. */
export function openReport({ title, reference, printed, issuedAt, digest }: ReportHead): Sheet {
  const sheet = openDocument({
    title: `${inLine(title, printed)} ${reference}`,
    lang: mainLang(printed),
    issuedAt,
    reference,
    digest,
    digestLabel: digest === undefined ? '' : inLine(say('pdf.digest'), printed),
    pageLabel: (page, pages) => inLine(say('pdf.page', both({ page, pages })), printed, '  '),
  })
  const [first, second] = partsOf(title, printed, { zh: STYLES.title, en: printed === 'both' ? STYLES.subtitle : STYLES.title })
  if (first) heading(sheet, [first], { tag: 'H1' })
  if (second) paragraph(sheet, second)
  sheet.y += GAP.section
  return sheet
}

/** A heading with its sentences. */
export function section(sheet: Sheet, title: Words, sentences: Words[], printed: Printed) {
  sheet.y += GAP.section
  heading(sheet, partsOf(title, printed, { zh: STYLES.section, en: printed === 'both' ? STYLES.labelEn : STYLES.section }))
  sheet.y += 3
  sentences.forEach((words) => paragraphs(sheet, words, printed))
}

export function paragraphs(sheet: Sheet, words: Words, printed: Printed) {
  for (const part of partsOf(words, printed, VALUE)) {
    for (const text of part.text.split('\n')) paragraph(sheet, { ...part, text })
    sheet.y += 3
  }
}

/** Label and value pairs; a value that is missing takes its line with it. */
export function facts(sheet: Sheet, pairs: [Words, Words | string | undefined][], printed: Printed) {
  const rows = pairs.flatMap(([label, value]) => {
    const parts = value === undefined ? [] : valueParts(value, printed)
    return parts.length === 0 ? [] : [{ label: partsOf(label, printed, LABEL), value: parts }]
  })
  definitions(sheet, rows, { labelWidth: 124 })
}

export function same(text: string): Words {
  return { zh: text, en: text }
}

function valueParts(value: Words | string, printed: Printed): Part[] {
  return partsOf(typeof value === 'string' ? same(value) : value, printed, VALUE)
}
