import { date, number } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { AnswerValue, Column, IntakeItem, TableCell } from '#app/domain/questionnaires/template.ts'
import { intakeBySection, type IntakeSection } from './intake-sections.ts'
import { optionLabels, rowsOf } from './intake-labels.ts'

/** One item as a page shows it: words, or a small table of words. */
export type AnswerInWords = { id: string; label: string; clauses: string[]; words: string[]; table?: { columns: string[]; rows: string[][] }; note?: string }
export type PartInWords = { section: IntakeSection; answers: AnswerInWords[] }

type Around = { notes: Record<string, string>; locale: Locale; country: (code: string) => string }

/** A whole intake form read aloud, part by part; what is not answered has no words. */
export function answersInWords(items: readonly IntakeItem[], intake: Record<string, AnswerValue>, around: Around): PartInWords[] {
  const word = (text: { zh: string; en: string }) => (around.locale === 'en' ? text.en : text.zh)
  return intakeBySection(items).map(({ section, items: part }) => ({
    section,
    answers: part.map((item) => ({
      id: item.id,
      label: word(item),
      clauses: item.clauses,
      words: item.type === 'table' ? [] : wordsOf(items, item, intake[item.id], around.locale),
      table: item.type === 'table' ? tableOf(items, item, intake[item.id], around) : undefined,
      note: around.notes[item.id],
    })),
  }))
}

function wordsOf(items: readonly IntakeItem[], item: IntakeItem, value: AnswerValue | undefined, locale: Locale): string[] {
  if (value === undefined) return []
  if (typeof value === 'number') return [number(value, locale)]
  if (item.type === 'date' && typeof value === 'string') return [date(value, locale, 'year')]
  return optionLabels(items, item.id, value, locale)
}

function tableOf(items: readonly IntakeItem[], { columns = [] }: IntakeItem, value: AnswerValue | undefined, { locale, country }: Around) {
  const word = (text: { zh: string; en: string }) => (locale === 'en' ? text.en : text.zh)
  const cell = (column: Column, content: TableCell | undefined): string => {
    if (content === undefined) return ''
    const each = Array.isArray(content) ? content : [String(content)]
    if (column.type === 'country') return each.map(country).join(SEPARATOR[locale])
    return each.map((code) => optionsOf(items, column).find(({ v }) => v === code)).map((option, index) => (option ? word(option) : each[index])).join(SEPARATOR[locale])
  }
  const rows = rowsOf(value)
  return rows.length === 0 ? undefined : { columns: columns.map(word), rows: rows.map((row) => columns.map((column) => cell(column, row[column.id]))) }
}

const SEPARATOR: Record<Locale, string> = { 'zh-CN': '、', en: ', ' }

function optionsOf(items: readonly IntakeItem[], { options }: Column): readonly { v: string; zh: string; en: string }[] {
  if (Array.isArray(options)) return options
  return items.find(({ id }) => options === `chosen:${id}`)?.options ?? []
}
