import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { parse } from 'yaml'
import { addDays } from '#app/domain/organisations/calendar-dates.ts'
import { compileTemplate } from '#app/domain/questionnaires/compile-template.ts'
import { EVIDENCE_STATUSES } from '#app/domain/questionnaires/template.ts'
import type {
  Answer, AnswerValue, Column, IntakeItem, Question, QuestionnaireTemplate, TableRow,
} from '#app/domain/questionnaires/template.ts'
import type { ScoreInput } from '#app/domain/scoring/score.ts'

const root = path.resolve(import.meta.dirname, '../..')

export function readYaml(file: string): unknown {
  return parse(fs.readFileSync(path.join(root, file), 'utf8'))
}

/** The questionnaire that ships with the product. */
export const template = readYaml('templates/questionnaires/default-security-privacy.yaml') as QuestionnaireTemplate
export const compiled = compileTemplate(template)

export function questionOf(id: string): Question {
  const question = template.questions.find((each) => each.id === id)
  if (!question) throw new Error(`no question ${id}`)
  return question
}

export function intakeItemOf(id: string): IntakeItem {
  const item = template.intake.items.find((each) => each.id === id)
  if (!item) throw new Error(`no intake item ${id}`)
  return item
}

/** A fresh copy to break. */
export function copyOfTemplate(): QuestionnaireTemplate {
  return structuredClone(template)
}

const MONTHS = 50
const date = fc.integer({ min: 0, max: 3652 }).map((days) => addDays('2024-01-01', days))
const pastDate = (on: string) => fc.integer({ min: 0, max: MONTHS * 31 }).map((days) => addDays(on, -days))
const words = fc.constantFrom('张三', 'Nanjing 1', '存储', 'x')

/** Any valid answer value of one question. */
function anyValue(question: Question, on: string): fc.Arbitrary<AnswerValue> {
  const options = (question.options ?? []).map(({ v }) => v)
  switch (question.type) {
    case 'yesno':
    case 'single': return fc.constantFrom(...options)
    case 'multi': return anyChoice(question.options ?? [])
    case 'number': return fc.oneof(fc.constantFrom(...bandEdges(question)), fc.integer(question.range ?? { min: 0, max: 100 }))
    case 'date': return pastDate(on)
    case 'file': return fc.constant(['licence.pdf'])
    case 'text': return words
    case 'table': return fc.array(anyRow(question.columns ?? [], on), { minLength: 1, maxLength: 3 })
  }
}

/** Any valid answer with its status and N/A, or none. */
function anyAnswer(question: Question, on: string): fc.Arbitrary<Answer | undefined> {
  const answer = fc.record({
    value: anyValue(question, on),
    status: fc.option(fc.constantFrom(...EVIDENCE_STATUSES), { nil: undefined }),
    certifiedLastCycle: fc.boolean(),
  })
  const na = fc.record({ na: fc.constantFrom('pending' as const, 'accepted' as const, 'refused' as const) })
  return fc.oneof(
    { weight: 12, arbitrary: answer },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: question.na_allowed ? 3 : 0, arbitrary: na },
  )
}

export function anyAnswers(on: string): fc.Arbitrary<Record<string, Answer>> {
  const entries = template.questions.map((question) => anyAnswer(question, on).map((answer) => [question.id, answer] as const))
  return fc.tuple(...entries).map((list) => Object.fromEntries(list.filter((entry): entry is [string, Answer] => entry[1] !== undefined)))
}

const anyExposure: fc.Arbitrary<Record<string, AnswerValue>> = fc.record({
  'IN-06': anyChoice(intakeItemOf('IN-06').options ?? []),
  'IN-07': fc.oneof(fc.constantFrom(0, 1, 999, 1000, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000), fc.nat(3_000_000)),
  'IN-08': fc.subarray((intakeItemOf('IN-08').options ?? []).map(({ v }) => v)),
  ...Object.fromEntries(
    ['IN-09', 'IN-11', 'IN-12', 'IN-13', 'IN-14', 'IN-20', 'IN-21', 'IN-22', 'IN-23'].map((id) => [
      id, fc.constantFrom(...(intakeItemOf(id).options ?? []).map(({ v }) => v)),
    ]),
  ),
})

/** Every second intake is a light one, so that tiers 3 and 4 are as common as the heavy ones. */
export const anyIntake: fc.Arbitrary<Record<string, AnswerValue>> = fc.oneof(
  anyExposure,
  fc.tuple(anyExposure, fc.subarray(['IN-07', 'IN-08', 'IN-09', 'IN-12', 'IN-13', 'IN-14'], { maxLength: 3 })).map(([exposure, kept]) => ({
    ...exposure, 'IN-06': ['contact'], 'IN-07': 500, 'IN-08': ['view'], 'IN-09': 'masked_feed', 'IN-11': 'same_jurisdiction', 'IN-12': 'none',
    'IN-13': 'low', 'IN-14': 'easy', ...Object.fromEntries(kept.map((id) => [id, exposure[id] ?? ''])),
  })),
)

/** Good vendors with a few odd answers: the cases in which a single answer or piece of evidence decides. */
function anyGoodAnswers(on: string): fc.Arbitrary<Record<string, Answer>> {
  return fc.tuple(anyAnswers(on), fc.subarray(template.questions.map(({ id }) => id), { maxLength: 8 })).map(([odd, ids]) => {
    const answers = perfectAnswers(on)
    for (const id of ids) {
      const answer = odd[id]
      if (answer) answers[id] = answer
      else delete answers[id]
    }
    return answers
  })
}

/** Every best answer, its evidence verified. */
export function perfectAnswers(on: string): Record<string, Answer> {
  return Object.fromEntries(template.questions.map((question) => {
    const best = [...(question.options ?? [])].reverse().sort((a, b) => b.score - a.score) // the last: SUB-01 yes_listed shows more
    const full = question.type === 'number' ? question.bands?.flatMap((band) => ('lte' in band ? band.lte : 'gte' in band ? band.gte : []))[0]
      : question.type === 'date' ? on
      : question.type === 'multi' ? best.filter((option) => option.score > 0).map(({ v }) => v)
      : question.type === 'file' ? ['file']
      : question.type === 'table' ? perfectRows(question.id)
      : question.type === 'text' ? 'x' : best[0]?.v
    return [question.id, { value: full, status: 'verified' as const }]
  }))
}

function perfectRows(id: string): AnswerValue {
  const roles = ['privacy_lead', 'incident_contact'].map((role) => ({ role, name: 'x', phone: '1', email: 'a@b.example' }))
  const site = { site: 'x', country: 'CN', function: 'store', operator: 'x' }
  const processor = { name: 'x', country: 'CN', service: 'x', info_types: ['contact'], agreement: 'yes' }
  return id === 'GOV-02' ? roles : id === 'TRN-04' ? [site] : [processor]
}

/** Any valid case: intake, answers to every question whether visible or not, and the assessment date. */
export const anyCase: fc.Arbitrary<ScoreInput & { answers: Record<string, Answer>; intake: Record<string, AnswerValue> }> = date.chain((on) =>
  fc.record({ assessmentDate: fc.constant(on), intake: anyIntake, answers: fc.oneof(anyAnswers(on), anyGoodAnswers(on)) }),
)

/** Some options, never an exclusive one with others. */
function anyChoice(options: readonly { v: string; exclusive?: boolean }[]): fc.Arbitrary<string[]> {
  const alone = options.filter(({ exclusive }) => exclusive).map(({ v }) => [v])
  const free = options.filter(({ exclusive }) => !exclusive).map(({ v }) => v)
  return fc.oneof({ weight: 6, arbitrary: fc.subarray(free, { minLength: 1 }) }, { weight: 1, arbitrary: fc.constantFrom(...alone) })
}

function anyRow(columns: readonly Column[], on: string): fc.Arbitrary<TableRow> {
  return fc.record(Object.fromEntries(columns.map((column) => [column.id, anyCell(column, on)])))
}

function anyCell({ type, options }: Column, on: string): fc.Arbitrary<TableRow[string]> {
  const list = Array.isArray(options) ? options.map(({ v }) => v) : ['contact', 'payment']
  const filled: fc.Arbitrary<TableRow[string]> =
    type === 'single' ? fc.constantFrom(...list)
    : type === 'multi' ? fc.subarray(list, { minLength: 1 })
    : type === 'country' ? fc.constantFrom('CN', 'CN', 'CN', 'DE')
    : type === 'yesno' ? fc.constantFrom('yes', 'no')
    : type === 'date' ? pastDate(on)
    : words
  return fc.oneof({ weight: 9, arbitrary: filled }, { weight: 1, arbitrary: fc.constant(undefined) })
}

function bandEdges({ bands = [], range = { min: 0, max: 100 } }: Question): number[] {
  const limits = bands.flatMap((band) => ('lte' in band ? [band.lte, band.lte + 1] : 'gte' in band ? [band.gte, band.gte - 1] : []))
  return [range.min, range.max, ...limits]
}
