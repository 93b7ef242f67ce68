import { describe, expect, test } from 'vitest'
import { compiled, readYaml, template } from '#tests/support/scoring-cases.ts'
import { readCase } from './read-case.ts'
import { scoreCase } from './score-case.ts'
import { scoreAssessment } from './score.ts'

type Example = { id: string; expect: { rules: string[] } & Record<string, unknown> }
const { examples } = readYaml('tests/fixtures/scoring-examples.yaml') as { examples: Example[] }
const example = (id: string) => examples.find((each) => each.id === id) ?? { id, expect: { rules: [] } }

test.each(examples)('$id comes out to the digit', (given) => {
  const { explanation, id, ...numbers } = scoreCase(template, given)
  const rules = [...new Set(given.expect.rules.map((rule) => rule.split(' ')[0]))]
  expect(numbers).toEqual({ ...given.expect, rules })
  expect(Object.keys(numbers)).toEqual(Object.keys(given.expect))
  expect(id).toBe(given.id)
  expect(explanation).toBeDefined()
})

/** Σ w·a·e and Σ w of the worked tables in scoring.md §15. */
const SUMS: Record<string, Record<string, [number, number]>> = {
  E1: {
    GOV: [127_000, 13], LAW: [161_200, 20], ACC: [285_800, 35], ENC: [172_800, 23], TRN: [187_000, 20], SEC: [145_200, 19],
    HRS: [81_600, 11], INC: [178_000, 19], SUB: [176_000, 19], DSR: [116_000, 13], RET: [152_000, 17], AUD: [154_000, 16],
  },
  E2: {
    GOV: [130_000, 13], LAW: [264_000, 27], ACC: [301_000, 35], ENC: [181_700, 23], TRN: [192_000, 20], SEC: [149_750, 19],
    HRS: [102_000, 11], INC: [159_000, 19], SUB: [132_000, 19], DSR: [112_000, 13], RET: [164_500, 17], AUD: [160_000, 16],
  },
  E3: {
    GOV: [130_000, 13], LAW: [108_900, 20], ACC: [211_500, 35], ENC: [113_650, 23], TRN: [260_500, 28], SEC: [142_000, 19],
    HRS: [77_000, 11], INC: [81_000, 19], SUB: [148_000, 19], DSR: [85_000, 13], RET: [143_000, 17], AUD: [151_000, 16],
  },
}
const WEIGHTED_TOTAL: Record<string, number> = { E1: 852_884, E2: 879_211, E3: 683_419 }

describe.each(Object.keys(SUMS))('%s, worked by hand', (id) => {
  const { trace, ceBp } = scoreAssessment(compiled, readCase(template, example(id)))

  test('every section has the sums of the table', () => {
    const sums = trace.effectiveness.sections.map(({ section, weighted, weight }) => [template.sections[section]?.id, [weighted, weight]])
    expect(Object.fromEntries(sums)).toEqual(SUMS[id])
  })

  test('CE is the rounded sum of section shares over 100', () => {
    const total = trace.effectiveness.sections.reduce((sum, { section, ceBp: part }) => sum + (template.sections[section]?.weight ?? 0) * part, 0)
    expect(total).toBe(WEIGHTED_TOTAL[id])
    expect(ceBp).toBe(Math.round(total / 100))
  })
})

test('single entries of the tables: status, a, e', () => {
  const entry = (id: string, question: string) => {
    const { trace, inherent } = scoreAssessment(compiled, readCase(template, example(id)))
    const at = template.questions.findIndex((each) => each.id === question)
    return [trace.assurances[at], trace.walk.reading.scores[at], trace.contributions[at], inherent.tier]
  }
  expect(entry('E1', 'GOV-04')).toEqual(['not_due', 100, 10_000, 'T3'])
  expect(entry('E1', 'TRN-04')).toEqual(['none', 100, 10_000, 'T3'])
  expect(entry('E1', 'ENC-05')).toEqual(['attested', 70, 5600, 'T3'])
  expect(entry('E2', 'RET-04')).toEqual(['certified', 100, 9500, 'T1'])
  expect(entry('E2', 'SEC-04')).toEqual(['stale', 50, 3250, 'T1'])
  expect(entry('E3', 'INC-01')).toEqual(['missing', 100, 5000, 'T2'])
  expect(entry('E3', 'ENC-05')).toEqual(['attested', 0, 0, 'T2'])
})
