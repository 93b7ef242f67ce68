import type { Locale } from '#app/i18n/locale.ts'
import type { AnswerValue, IntakeItem, TableRow } from '#app/domain/questionnaires/template.ts'

/** The answers that a vendor's page shows, in the reader's words. */
export type IntakeLabels = { information: string[]; people?: number; access?: string; location?: string; countries: string[]; subprocessors?: string; role?: string; purposes: string[] }

/** Picks the options' labels of the main answers; what is not answered yet is left out. */
export function labelsOf(items: readonly IntakeItem[], intake: Record<string, AnswerValue>, locale: Locale): IntakeLabels {
  const labels = (id: string) => optionLabels(items, id, intake[id], locale)
  const volume = intake['IN-07']
  return {
    information: labels('IN-06'),
    people: typeof volume === 'number' ? volume : undefined,
    access: labels('IN-09')[0],
    location: labels('IN-11')[0],
    countries: [...new Set(rowsOf(intake['IN-10']).flatMap(({ country }) => (typeof country === 'string' ? [country] : [])))],
    subprocessors: labels('IN-12')[0],
    role: labels('IN-23')[0],
    purposes: labels('IN-04'),
  }
}

/** The words of the options that an item has chosen; a value without an option stands for itself. */
export function optionLabels(items: readonly IntakeItem[], id: string, value: AnswerValue | undefined, locale: Locale): string[] {
  const options = items.find((item) => item.id === id)?.options ?? []
  const chosen = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : value === undefined ? [] : [String(value)]
  return chosen.map((each) => {
    const option = options.find(({ v }) => v === each)
    return option ? option[locale === 'en' ? 'en' : 'zh'] : each
  })
}

export function rowsOf(value: AnswerValue | undefined): TableRow[] {
  return Array.isArray(value) ? value.filter((each): each is TableRow => typeof each === 'object') : []
}
