import type { Draft } from '#app/domain/agreements/draft.ts'
import type { Schedule } from '#app/domain/agreements/schedules.ts'
import { destination } from './articles.server.ts'
import { GAP, heading, paragraph, type Part } from '../page/blocks.server.ts'
import { ensureRoom, newPage, type Sheet } from '../page/document.server.ts'
import { cellStyles, inLine, partsOf, type Printed, type Words } from '../page/printed-language.ts'
import { STYLES } from '../page/styles.ts'
import { table, type TableColumn, type TableRow } from '../page/tables.server.ts'
import { grouped, say } from '../page/wording.server.ts'

/** Column widths of the narrow schedules, by column id. */
const SHARES: Record<string, number> = {
  question: 9, topic: 18, commitment: 73, name: 27, org_id: 15, country: 13, service: 16, info_types: 20, agreement: 12, last_assessed: 19,
  field: 17, need: 12, type: 33, meaning: 40, party: 10, role: 20, title: 13, phone: 18, email: 24, item: 30, entry: 70,
}

/** Schedules 1 to 6; Schedule 1 lies across the page. */
export function writeSchedules(sheet: Sheet, draft: Draft, printed: Printed) {
  const outline = sheet.writer.outline.addItem(inLine(say('pdf.agreement.schedules'), printed))
  for (const schedule of draft.schedules) {
    if (schedule.id === 'S1') newPage(sheet, 'landscape')
    else if (schedule.id === 'S2' || schedule.id === 'S6') newPage(sheet, 'portrait')
    else if (sheet.y > sheet.frame.top) sheet.y += GAP.section
    ensureRoom(sheet, 120)
    outline.addItem(inLine(schedule.title, printed), destination(sheet))
    heading(sheet, partsOf(schedule.title, printed, { zh: STYLES.section, en: printed === 'both' ? STYLES.labelEn : STYLES.section }))
    sheet.y += GAP.row
    writeContent(sheet, schedule, printed)
    writeNotes(sheet, schedule, printed)
  }
}

function writeContent(sheet: Sheet, schedule: Schedule, printed: Printed) {
  const { emptyText, rows } = schedule
  if (rows.length === 0) {
    for (const part of partsOf(emptyText ?? say('pdf.agreement.none'), printed, { zh: STYLES.text, en: STYLES.textEn })) paragraph(sheet, part)
    return
  }
  if (schedule.id === 'S1') return table(sheet, scopeColumns(schedule), rows.map((cells) => scopeRow(schedule, cells, printed)), printed)
  const columns = schedule.columns.map(({ id, zh, en }): TableColumn => ({ head: { zh, en }, share: SHARES[id] ?? 20 }))
  const styles = cellStyles(printed)
  const form = schedule.id === 'S6'
  table(sheet, columns, rows.map((cells) => cells.map((words) => (form && words.zh === '' ? blank() : partsOf(words, printed, styles)))), printed)
}

/** The fourteen columns of the scope in seven; the first is the information type, the second the scenario (DPA-04, DPA-05). */
function scopeColumns({ columns }: Schedule): TableColumn[] {
  const head = (id: string): Words => columns.find((column) => column.id === id) ?? { zh: id, en: id }
  return [
    { head: head('info_type'), share: 16 },
    { head: head('scenario'), share: 15 },
    { head: head('operations'), share: 14 },
    { head: say('pdf.agreement.purposeAndBasis'), share: 16 },
    { head: say('pdf.agreement.ceilings'), share: 17 },
    { head: say('pdf.agreement.placesAndHours'), share: 20 },
    { head: say('pdf.agreement.validity'), share: 11 },
  ]
}

function scopeRow(schedule: Schedule, cells: Words[], printed: Printed): TableRow {
  const styles = cellStyles(printed)
  const cell = (id: string): Words => cells[schedule.columns.findIndex((column) => column.id === id)] ?? { zh: '', en: '' }
  const parts = (id: string) => partsOf(cell(id), printed, styles)
  const named = (label: Words, words: Words): Part[] =>
    words.zh === '' ? [] : partsOf({ zh: `${inLine(label, printed)} ${words.zh}`, en: `${inLine(label, printed)} ${words.en}` }, printed, styles).slice(0, 1)
  const number = (id: string): Words => ({ zh: grouped(cell(id).zh), en: grouped(cell(id).en) })
  return [
    [...partsOf(cell('info_type'), printed, { zh: STYLES.cellStrong, en: printed === 'both' ? STYLES.cellMuted : STYLES.cellStrong }), ...named(say('pdf.agreement.fields'), cell('fields'))],
    [...parts('scenario_id'), ...parts('scenario')],
    parts('operations'),
    [...parts('purpose'), ...parts('legal_basis')],
    [
      ...named(say('pdf.agreement.subjects'), number('max_subjects')),
      ...named(say('pdf.agreement.records'), number('max_records_per_day')),
      ...named(say('pdf.agreement.exported'), number('max_export_per_event')),
    ],
    [...parts('countries'), ...named(say('pdf.agreement.hours'), cell('hours')), ...named(say('pdf.agreement.recipients'), cell('recipients'))],
    [...parts('valid_from'), ...parts('valid_to')],
  ]
}

function writeNotes(sheet: Sheet, { notes }: Schedule, printed: Printed) {
  if (notes.length > 0) sheet.y += GAP.block
  for (const note of notes) {
    for (const part of partsOf(note, printed, { zh: STYLES.cell, en: STYLES.cellMuted })) paragraph(sheet, part)
    sheet.y += 3
  }
}

/** Room to write by hand. */
function blank(): Part[] {
  return [{ text: '\n\n', lang: 'en', style: STYLES.cell }]
}
