import type { AnswerValue, Question, TableRow } from '../questionnaires/template.ts'
import { isCalendarDate } from '../organisations/calendar-dates.ts'
import { label } from './labels.ts'
import type { Bilingual, CommitmentLibrary, CommitmentRule } from './template.ts'
import { fillIn, joinWords, longDate, placeName, plainLine, sameWords } from './wording.ts'

/** An answer that the reviewer accepted; the corrected value where there is one. */
export type AcceptedAnswer = { question: string; value: AnswerValue }

export type Commitment = { question: string; topic: Bilingual; words: Bilingual }

type Vocabulary = { questions: Pick<Question, 'id' | 'options' | 'columns'>[]; places: Record<string, Bilingual> }

/** Schedule 2: accepted answers of the security sections as commitments; answers that promise nothing are left out. */
export function commitmentsFrom(answers: AcceptedAnswer[], library: CommitmentLibrary, vocabulary: Vocabulary): Commitment[] {
  return library.commitments.flatMap((rule) => {
    const answer = answers.find(({ question }) => question === rule.q)
    const words = answer && wordsFor(rule, answer.value, vocabulary)
    return words ? [{ question: rule.q, topic: { zh: rule.zh, en: rule.en }, words }] : []
  })
}

function wordsFor(rule: CommitmentRule, value: AnswerValue, vocabulary: Vocabulary): Bilingual | undefined {
  if (rule.answers) return typeof value === 'string' ? rule.answers[value] : undefined
  if (rule.option) return optionWords(rule.option.omit, rule.q, value, vocabulary)
  if (rule.text) return textWords(rule.text, value)
  return rule.place && Array.isArray(value) ? placeWords(rule.place, rule.q, value, vocabulary) : undefined
}

function optionWords(omit: string[], id: string, value: AnswerValue, { questions }: Vocabulary): Bilingual | undefined {
  const options = questions.find((question) => question.id === id)?.options ?? []
  const chosen = (Array.isArray(value) ? value : [value]).map(String).filter((each) => !omit.includes(each))
  const words = options.filter((option) => chosen.includes(option.v)).map(({ zh, en }) => ({ zh, en }))
  return words.length > 0 ? joinWords(words) : undefined
}

function textWords(text: Bilingual, value: AnswerValue): Bilingual | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const shown = isCalendarDate(value) ? longDate(value) : sameWords(value)
  return { zh: fillIn(text.zh, () => shown.zh), en: fillIn(text.en, () => shown.en) }
}

function placeWords(text: Bilingual, id: string, rows: (string | TableRow)[], vocabulary: Vocabulary): Bilingual | undefined {
  const options = vocabulary.questions.find((question) => question.id === id)?.columns?.find((column) => column.id === 'function')?.options
  const functions = Object.fromEntries(Array.isArray(options) ? options.map(({ v, zh, en }) => [v, { zh, en }]) : [])
  const places = rows.flatMap((row) => {
    if (typeof row === 'string') return []
    const cells: Record<string, Bilingual> = {
      site: sameWords(plainLine(String(row.site ?? ''))),
      country: placeName(String(row.country ?? ''), vocabulary.places),
      function: label(functions, String(row.function ?? '')),
      operator: sameWords(plainLine(String(row.operator ?? ''))),
    }
    return [{ zh: fillIn(text.zh, (name) => cells[name]?.zh ?? ''), en: fillIn(text.en, (name) => cells[name]?.en ?? '') }]
  })
  return places.length > 0 ? joinWords(places) : undefined
}

/** The parameter `data_locations` from TRN-04: every site with its country, once. */
export function dataLocationsFrom(rows: TableRow[], places: Record<string, Bilingual>): Bilingual[] {
  const named = rows.map((row) => {
    const site = plainLine(String(row.site ?? ''))
    const country = placeName(String(row.country ?? ''), places)
    return { zh: `${site}（${country.zh}）`, en: `${site} (${country.en})` }
  })
  return named.filter((place, index) => named.findIndex((each) => each.zh === place.zh) === index)
}
