import fc from 'fast-check'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import type { Answer, AnswerValue } from '#app/domain/questionnaires/template.ts'
import { anyCase, compiled, perfectAnswers, readYaml, template } from '#tests/support/scoring-cases.ts'
import { explainScore, type Explanation, type Say } from './explanation.ts'
import { readCase } from './read-case.ts'
import { scoreAssessment, type ScoreInput } from './score.ts'

const zh = translator('zh-CN')
const en = translator('en')
const say: Say = (key, data) => ({ zh: zh.from(key, data), en: en.from(key, data) })
const explain = (input: ScoreInput): Explanation => explainScore(compiled, scoreAssessment(compiled, input), input, say)

const { examples } = readYaml('tests/fixtures/scoring-examples.yaml') as { examples: unknown[] }
const [E1 = fail(), E2 = fail(), E3 = fail()] = examples.map((each) => explain(readCase(template, each)))

function fail(): never {
  throw new Error('three examples are expected')
}

const intake: Record<string, AnswerValue> = {
  'IN-06': ['contact'], 'IN-07': 60_000, 'IN-08': ['view', 'store'], 'IN-09': 'api_or_file', 'IN-11': 'same_jurisdiction',
  'IN-12': 'one_or_two', 'IN-13': 'medium', 'IN-14': 'easy',
}
const lossOf = (id: string, answer: Answer | undefined) => {
  const answers = { ...perfectAnswers('2026-11-24'), [id]: answer }
  return explain({ assessmentDate: '2026-11-24', intake, answers }).losses.find(({ question }) => question === id)
}

test('every dimension shows its points and the labels of what was chosen', () => {
  const [types, volume] = E1.inherent.dimensions
  expect(E1.inherent.dimensions.reduce((sum, { points }) => sum + points, 0)).toBe(41)
  expect(types).toMatchObject({ id: 'D1', item: 'IN-06', points: 12, max: 25 })
  expect(types?.chosen.map(({ v, points }) => [v, points])).toEqual([['contact', 6], ['identity_basic', 6], ['transaction', 10]])
  expect(volume).toMatchObject({ id: 'D2', number: 60_000, points: 8 })
  expect(E2.inherent.floors.map(({ id }) => id)).toEqual(['FL-1', 'FL-2', 'FL-3', 'FL-4', 'FL-7'])
})

test('questions add up to sections, and sections to CE', () => {
  for (const { sections, questions, ceBp } of [E1, E2, E3]) {
    for (const { id, weighted, questionWeight } of sections) {
      const own = questions.filter(({ section, notApplicable }) => section === id && !notApplicable)
      expect(own.reduce((sum, { weight, c }) => sum + weight * c, 0)).toBe(weighted)
      expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBe(questionWeight)
    }
    expect(Math.round(sections.reduce((sum, { share }) => sum + share, 0) / 100)).toBe(ceBp)
  }
})

test('the five greatest losses come first, ties in file order', () => {
  expect(E3.losses.map(({ question, lost }) => [question, lost])).toEqual([
    ['ACC-08', 50_000], ['INC-03', 50_000], ['LAW-02', 31_600], ['ENC-03', 31_600], ['LAW-04', 30_000],
  ])
})

test.each<[string, Answer | undefined, string, string | undefined]>([
  ['ACC-08', { value: 'refused' }, 'Answer “Yes, automated by API or SFTP”', undefined],
  ['ACC-04', { value: 48, status: 'verified' }, 'Answer 24 or less', undefined],
  ['ACC-06', { value: 12, status: 'attested' }, 'Answer 36 or more', 'Evidence that the reviewer accepts: Log-retention policy'],
  ['SEC-04', { value: '2024-01-01', status: 'verified' }, 'A date on or after 2025-11-24', undefined],
  ['SEC-04', undefined, 'A date on or after 2025-11-24', 'Evidence that the reviewer accepts: Test summary and closure proof for high-risk items'],
  ['ENC-03', { value: ['screen', 'logs', 'test_data'], status: 'verified' }, 'Also choose Analytics and reports; Support and tickets', undefined],
  ['GOV-05', undefined, 'Upload the file', 'The reviewer accepts the file'],
  ['GOV-02', { value: [{ role: 'privacy_lead' }] }, 'Add a row for Incident contact', undefined],
  ['TRN-04', { value: [{ site: 'x' }] }, 'At least 1 complete row or rows, every required cell filled', undefined],
  ['GOV-01', { value: 'none' }, 'Answer “SOC 2 Type II report covering this service”', 'Evidence that the reviewer accepts: Certificate or full report plus scope statement'],
])('the loss of %s answered %j is removed by: %s', (id, answer, remedy, evidence) => {
  const loss = lossOf(id, answer)
  expect(loss?.answer?.en.replace('ISO/IEC 27001 certificate whose scope covers this service', 'SOC 2 Type II report covering this service')).toBe(remedy)
  expect(loss?.evidence?.en).toBe(evidence)
})

test('where only evidence is weak, evidence alone removes the loss', () => {
  const loss = lossOf('SEC-01', { value: 'yes', status: 'attested' })
  expect(loss?.answer).toBeUndefined()
  expect(loss?.evidence).toMatchObject({ types: ['config', 'report'], zh: expect.stringContaining('拓扑与策略摘要') as unknown })
})

test('following all five remedies raises CE by what they cost', () => {
  const cost = E3.losses.reduce((sum, { costBp }) => sum + costBp, 0)
  const input = readCase(template, examples[2])
  const answers = { ...input.answers }
  for (const { question, answer } of E3.losses) {
    answers[question] = { ...answers[question], value: answer?.v ?? answers[question]?.value, status: 'verified' }
  }
  const rise = scoreAssessment(compiled, { ...input, answers }).ceBp - E3.ceBp
  expect(Math.abs(rise - cost)).toBeLessThanOrEqual(E3.losses.length)
})

test('rules carry their numbers and the clauses behind them', () => {
  expect(E3.rules.map(({ rule, en: text }) => [rule, text])).toEqual([
    ['R1', 'Hard knock-out: KO-04'],
    ['R4', 'Section Encryption, masking & backup at 49.41 % is below 50.00 %'],
    ['R4', 'Section Incident response & continuity at 42.63 % is below 50.00 %'],
    ['R5', 'Soft knock-out: KO-23'],
    ['R7', 'Open high or critical finding: ACC-06, ACC-08, INC-03, SUB-05'],
    ['R8', 'Open finding that must be closed before the contract: ACC-08, INC-03'],
  ])
  expect(E3.rules[0]?.clauses).toEqual(['R7.3.2'])
  expect(E3.rules.every(({ clauses }) => clauses.length > 0)).toBe(true)
  expect(E3.knockouts).toMatchObject([{ code: 'KO-04', questions: ['ACC-08'] }, { code: 'KO-23', questions: ['INC-03'] }])
})

test('the residual is written out with its numbers', () => {
  expect(E1.residual.en).toBe('41 × (1 − 0.85 × 85.29 %) = 11.28, band A')
  expect(E1.residual.zh).toBe('41 ×（1 − 0.85 × 85.29%）= 11.28，A档')
  expect([E1.modelVersion, E1.questionnaire.version]).toEqual(['1.0.0', '1.0.0'])
})

test('whatever the case, every text is there in both languages and says no key', () => {
  fc.assert(fc.property(anyCase, (input) => {
    const texts: string[] = []
    JSON.stringify(explain(input), (key, value: unknown) => {
      if (key === 'zh' || key === 'en') texts.push(String(value))
      return value
    })
    expect(texts.length).toBeGreaterThan(20)
    for (const text of texts) expect(text).not.toMatch(/^$|scoring\.|common\.|\{\{|undefined/)
  }), { numRuns: 40 })
})
