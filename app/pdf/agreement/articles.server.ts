import type { Article, Draft } from '#app/domain/agreements/draft.ts'
import { GAP, rowHeight, writeRow, type Cell, type Part } from '../page/blocks.server.ts'
import { ensureRoom, newPage, type Sheet } from '../page/document.server.ts'
import { inkRule } from '../page/painting.server.ts'
import { inLine, LANGS, languagesOf, partsOf, type Printed, type Words } from '../page/printed-language.ts'
import { STYLES, type Style } from '../page/styles.ts'

type Options = { printed: Printed; layout: 'stacked' | 'side_by_side' }

const STACKED = { zh: STYLES.text, en: STYLES.textEn }
/** Lines of both columns stand on one grid. */
const BESIDE = { zh: STYLES.besideText, en: STYLES.besideTextEn }
const MARGIN_WIDTH = 46
const GUTTER = 12
const BETWEEN_COLUMNS = 18
const LINES_WITH_HEADING = 3
const BETWEEN_LANGUAGES = 6
const BETWEEN_PARAGRAPHS = 2
const NUMBER_HANG = 12

/** Articles under their sections; the stable clause id and the regulation stand in the margin. */
export function writeArticles(sheet: Sheet, draft: Draft, { printed, layout }: Options) {
  newPage(sheet)
  for (const section of draft.sections) {
    const articles = draft.articles.filter((article) => article.section === section.id)
    if (articles.length === 0) continue
    const outline = writeSection(sheet, section, printed)
    for (const article of articles) {
      const write = layout === 'side_by_side' && printed === 'both' ? writeBeside : writeStacked
      outline.addItem(inLine(titleOf(article), printed), destination(sheet))
      write(sheet, article, printed)
    }
  }
}

/** A heading's place for the outline. */
export function destination(sheet: Sheet) {
  return { top: Math.max(0, sheet.y - 6), left: sheet.writer.page.width }
}

function writeSection(sheet: Sheet, section: Words & { id: string }, printed: Printed) {
  ensureRoom(sheet, 160)
  if (sheet.y > sheet.frame.top) sheet.y += GAP.block
  inkRule(sheet, sheet.y)
  const outline = sheet.writer.outline.addItem(`${section.id} ${inLine(section, printed)}`, destination(sheet))
  sheet.y += 6
  const { left, right } = sheet.frame
  const text = partsOf(section, printed, { zh: STYLES.section, en: printed === 'both' ? STYLES.labelEn : STYLES.section })
  writeRow(sheet, [
    { x: left, width: MARGIN_WIDTH, parts: [{ text: section.id, lang: 'en', style: STYLES.section }] },
    { x: left + MARGIN_WIDTH + GUTTER, width: right - left - MARGIN_WIDTH - GUTTER, parts: text, tag: 'H2' },
  ])
  sheet.y += GAP.block
  return outline
}

function writeStacked(sheet: Sheet, article: Article, printed: Printed) {
  const { left, right } = sheet.frame
  const column = { x: left + MARGIN_WIDTH + GUTTER, width: right - left - MARGIN_WIDTH - GUTTER }
  const body = languagesOf(printed).flatMap((language) => bodyOf(article, language))
  writeTogether(sheet, article, [{ ...column, tag: 'H3', parts: partsOf(titleOf(article), printed, headingStyles(printed)) }], [{ ...column, tag: 'Div', parts: body }])
}

function writeBeside(sheet: Sheet, article: Article) {
  const { left, right } = sheet.frame
  const width = (right - left - MARGIN_WIDTH - GUTTER - BETWEEN_COLUMNS) / 2
  const columns = languagesOf('both').map((language, index) => ({ language, x: left + MARGIN_WIDTH + GUTTER + index * (width + BETWEEN_COLUMNS), width }))
  const headings = columns.map(({ language, ...place }): Cell => ({
    ...place, tag: 'H3', parts: [{ text: titleOf(article)[language], lang: LANGS[language], style: language === 'zh' ? STYLES.heading : STYLES.headingEn }],
  }))
  writeTogether(sheet, article, headings, columns.map(({ language, ...place }): Cell => ({ ...place, tag: 'Div', parts: bodyOf(article, language, BESIDE) })))
}

/** Paragraph beside paragraph where both languages have as many. */
function rowsOf(bodies: Cell[]): Cell[][] {
  const count = bodies[0]?.parts.length ?? 0
  if (bodies.length < 2 || bodies.some(({ parts }) => parts.length !== count)) return [bodies]
  return Array.from({ length: count }, (_, at) => bodies.map((body) => ({ ...body, tag: 'P', parts: body.parts.slice(at, at + 1) })))
}

/** A heading never ends a page: it moves with the first lines of its text. */
function writeTogether(sheet: Sheet, article: Article, headings: Cell[], bodies: Cell[]) {
  const margin = { x: sheet.frame.left, width: MARGIN_WIDTH }
  const id: Part = { text: article.id, lang: 'en', style: STYLES.margin }
  const regulation: Part = { text: article.regulation.join('\n'), lang: 'en', style: STYLES.marginMuted }
  ensureRoom(sheet, rowHeight(sheet, headings) + LINES_WITH_HEADING * STYLES.text.leading + 4)
  writeRow(sheet, [{ ...margin, parts: [id] }, ...headings])
  sheet.y += 2
  rowsOf(bodies).forEach((cells, index) => {
    if (index > 0) sheet.y += BETWEEN_PARAGRAPHS
    writeRow(sheet, index > 0 ? cells : [{ ...margin, parts: [regulation] }, ...cells])
  })
  sheet.y += GAP.block + 2
}

function bodyOf({ text }: Article, language: keyof Words, styles: Record<keyof Words, Style> = STACKED): Part[] {
  const style = styles[language]
  return text[language].split('\n').map((line, index) => ({
    text: line.trim(), lang: LANGS[language], style, before: index === 0 ? BETWEEN_LANGUAGES : BETWEEN_PARAGRAPHS, hang: /^\d+\. /.test(line) ? NUMBER_HANG : 0,
  }))
}

function titleOf({ heading, title }: Article): Words {
  return { zh: `${heading.zh}　${title.zh}`, en: `${heading.en}  ${title.en}` }
}

function headingStyles(printed: Printed) {
  return { zh: STYLES.heading, en: printed === 'both' ? STYLES.headingMuted : STYLES.heading }
}
