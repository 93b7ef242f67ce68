import { readTemplate } from '#app/platform/templates.server.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { checkAgreementTemplate } from '../agreements/check-template.ts'
import type { AgreementTemplate, Bilingual } from '../agreements/template.ts'
import { checkTemplate } from '../questionnaires/check-template.ts'
import { QUESTIONNAIRE_FILE } from '../questionnaires/published-questionnaire.server.ts'
import type { Column, QuestionnaireTemplate } from '../questionnaires/template.ts'

/** What fields and codes of intake forms, answers and drafts are called; codes by the field or question that they answer. */
export type TemplateWords = { fields: Record<string, string>; values: Record<string, Record<string, string>> }

/** The words that entries need in the reader's language, and no others. */
export function templateWords(locale: Locale, entries: readonly unknown[]): TemplateWords {
  const { fields, values } = (known[locale] ??= allWords(locale))
  const said = new Set<string>()
  for (const entry of entries) collect(entry, said)
  const needed = <T>(words: Record<string, T>) => Object.entries(words).filter(([name]) => said.has(name))
  return {
    fields: Object.fromEntries(needed(fields)),
    values: Object.fromEntries(needed(values).map(([name, words]) => [name, Object.fromEntries(needed(words))])),
  }
}

const known: Partial<Record<Locale, TemplateWords>> = {}

/** Every name and every text of an entry. */
function collect(value: unknown, said: Set<string>) {
  if (typeof value === 'string') said.add(value)
  else if (Array.isArray(value)) for (const each of value) collect(each, said)
  else if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) collect(each, said.add(name))
}

type Option = Bilingual & { v: string }

function allWords(locale: Locale): TemplateWords {
  const { intake, questions } = readTemplate<QuestionnaireTemplate>(QUESTIONNAIRE_FILE, checkTemplate)
  const { parameters, schedules } = readTemplate<AgreementTemplate>('agreements/authorisation-agreement.yaml', checkAgreementTemplate)
  const places = Object.fromEntries(countryOptions(locale).map(({ v, label }) => [v, label]))
  const words: TemplateWords = { fields: {}, values: { questionId: {}, country: places, countries: places } }
  const say = ({ zh, en }: Bilingual) => (locale === 'en' ? en : zh)
  const add = (id: string, name: Bilingual, options: readonly Option[] = []) => {
    words.fields[id] ??= say(name)
    if (options.length > 0) words.values[id] ??= Object.fromEntries(options.map((option) => [option.v, say(option)]))
  }
  const optionsOf = (itemId: string | undefined) => intake.items.find(({ id }) => id === itemId)?.options
  const ofColumn = ({ options }: Column) => (Array.isArray(options) ? options : optionsOf(options?.replace('chosen:', '')))
  for (const item of intake.items) add(item.id, item, item.options)
  for (const question of questions) {
    add(question.id, question, question.options)
    words.values.questionId![question.id] = `${question.id} ${say(question)}`
  }
  for (const { columns = [] } of [...intake.items, ...questions]) for (const column of columns) add(column.id, column, ofColumn(column))
  for (const parameter of parameters) add(parameter.id, parameter, parameter.type === 'enum' ? parameter.options : optionsOf(parameter.source))
  for (const { table = [] } of schedules) for (const column of table) add(column.id, column, optionsOf(column.source))
  words.values.infoTypes = words.values['IN-06'] ?? {}
  return words
}
