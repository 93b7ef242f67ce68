import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCase, readYaml, template } from '#tests/support/scoring-cases.ts'
import { CaseProblem, scoreCase } from './score-case.ts'

type Case = { id?: string; assessment_date: unknown; intake: Record<string, unknown>; answers: Record<string, unknown> }
const { examples } = readYaml('tests/fixtures/scoring-examples.yaml') as { examples: [Case, Case, Case] }
const [E1, , E3] = examples
const changed = (answers: Record<string, unknown>, intake: Record<string, unknown> = {}): Case => ({
  assessment_date: E1.assessment_date, intake: { ...E1.intake, ...intake }, answers: { ...E1.answers, ...answers },
})

function refusal(given: unknown): string {
  try {
    scoreCase(template, given)
  } catch (error) {
    if (error instanceof CaseProblem) return error.message
    throw error
  }
  return 'scored'
}

test('rules come as ids, each once', () => {
  expect(scoreCase(template, E3).rules).toEqual(['R1', 'R4', 'R5', 'R7', 'R8'])
})

test('the id of a case is in its score, and only then', () => {
  expect(scoreCase(template, E1).id).toBe('E1')
  expect(Object.keys(scoreCase(template, changed({})))).toEqual([
    'inherent', 'visible', 'sections_bp', 'CE_bp', 'RR_h', 'band', 'knockouts', 'findings', 'decision', 'rules', 'explanation',
  ])
})

test('an N/A waits for the reviewer; accepted it drops out, and a section with it', () => {
  const entire = (na: object) => scoreCase(template, changed({ 'SEC-04': { v: 'na', ...na } })).sections_bp.SEC
  expect(entire({})).toBe(entire({ na: 'refused' }))
  expect(entire({ na: 'pending', justification: '无' })).toBe(entire({}))
  expect(entire({ na: 'accepted' })).toBe(7200)
  expect(entire({})).toBe(6063)
})

test('the same evidence given as facts or as a status scores the same', () => {
  const ce = (answer: object) => scoreCase(template, changed({ 'SEC-04': { v: '2026-03-15', ...answer } })).CE_bp
  const report = { type: 'report', issued_on: '2026-03-20', review: 'verified' }
  expect(ce({ evidence: [report] })).toBe(ce({ ev: 'verified' }))
  expect(ce({ evidence: [{ ...report, issued_on: '2025-11-23' }] })).toBe(ce({ ev: 'stale' }))
  expect(ce({ evidence: [{ ...report, issued_on: '2024-11-23' }] })).toBe(ce({ ev: 'missing' }))
  expect(ce({ evidence: [{ ...report, review: 'rejected', withdrawn: true }] })).toBe(ce({ ev: 'rejected' }))
  expect(ce({ evidence: [{ issued_on: '2026-03-20' }] })).toBe(ce({ ev: 'provided' }))
  expect(ce({ evidence: [] })).toBe(ce({}))
})

test('a certificate of the last cycle counts as provided at T1', () => {
  const ce = (answer: object) => scoreCase(template, { ...examples[1], answers: { ...examples[1].answers, 'RET-04': { v: 'standard_with_certificate', ...answer } } }).CE_bp
  expect(ce({ ev: 'certified', certified_last_cycle: true })).toBe(ce({ ev: 'provided' }))
  expect(ce({ ev: 'certified' })).not.toBe(ce({ ev: 'provided' }))
})

test('a correction is scored in place of the answer', () => {
  expect(scoreCase(template, changed({ 'LAW-01': { v: 'yes', corrected: 'no' } })).knockouts).toEqual(['KO-01'])
})

test('the home country decides what is abroad', () => {
  const site = { v: [{ site: 'x', country: 'DE', function: 'store', operator: 'x' }] }
  const inconsistencies = (home: object) => JSON.stringify(scoreCase(template, { ...changed({ 'TRN-04': site }), ...home }).explanation)
  expect(inconsistencies({})).toContain('"id":"CC-02"')
  expect(inconsistencies({ home_country: 'DE' })).not.toContain('"id":"CC-02"')
})

test('no customer information and no operations is a light, scored vendor', () => {
  const light = { 'IN-06': ['none'], 'IN-07': 0, 'IN-08': [], 'IN-09': 'none_or_anonymised', 'IN-12': 'none', 'IN-13': 'low' }
  const { inherent, visible, decision } = scoreCase(template, { ...changed({}), intake: { ...E1.intake, ...light }, answers: {} })
  expect(inherent).toMatchObject({ IR: 3, tier: 'T4', IR_eff: 3, points: { D1: 0, D3: 0 } })
  expect([visible, decision]).toEqual([26, 'reject'])
})

test('a hidden answer of any valid kind is taken and has no effect', () => {
  const { explanation: _, ...score } = scoreCase(template, changed({ 'LAW-07': { v: 'no' }, 'TRN-05': { v: 'none', ev: 'rejected' } }))
  const { explanation: __, id: ___, ...before } = scoreCase(template, E1)
  expect(score).toEqual(before)
})

test.each<[string, unknown, string]>([
  ['no case', 'text', 'case: must be a map'],
  ['an impossible date', { ...changed({}), assessment_date: '2026-02-30' }, 'assessment_date: needs a calendar date written as 2026-03-15, not 2026-02-30'],
  ['no date', { ...changed({}), assessment_date: undefined }, 'assessment_date: needs a calendar date'],
  ['no intake', { ...changed({}), intake: undefined }, 'intake: must be a map'],
  ['no answers', { ...changed({}), answers: [] }, 'answers: must be a map'],
  ['an unknown question', changed({ 'GOV-99': { v: 'yes' } }), 'answers.GOV-99: is not a question of default-security-privacy; known are GOV-01'],
  ['an unknown intake item', changed({}, { 'IN-99': 1 }), 'intake.IN-99: is not an intake item; known are IN-01 to IN-23'],
  ['an unknown option', changed({ 'GOV-01': { v: 'iso' } }), 'answers.GOV-01.v: “iso” is not one of the options. Choose from: iso27001_in_scope'],
  ['true in place of yes', changed({ 'GOV-03': { v: true } }), 'answers.GOV-03.v: “true” is not one of the options. Choose from: yes, partial, no.'],
  ['a list in place of one option', changed({ 'GOV-01': { v: ['none'] } }), 'answers.GOV-01.v: “["none"]” is not one'],
  ['a negative number', changed({ 'ACC-04': { v: -1 } }), 'answers.ACC-04.v: -1 is out of range. Enter a number from 0 to 8760.'],
  ['a negative number of people', changed({}, { 'IN-07': -5 }), 'intake.IN-07: -5 is below zero'],
  ['a number as text', changed({ 'ACC-04': { v: '48' } }), 'answers.ACC-04.v: “48” is not a number'],
  ['an answer date that does not exist', changed({ 'SEC-04': { v: '2025-02-29' } }), 'answers.SEC-04.v: “2025-02-29” is not a date in the calendar'],
  ['a date after the assessment', changed({ 'SEC-04': { v: '2026-11-25' } }), 'answers.SEC-04.v: 2026-11-25 lies after 2026-11-24'],
  ['an unknown evidence status', changed({ 'GOV-03': { v: 'yes', ev: 'good' } }), 'answers.GOV-03.ev: must be one of verified, certified, provided, stale, attested, missing, rejected'],
  ['an N/A where none is allowed', changed({ 'LAW-01': { v: 'na', na: 'accepted' } }), "answers.LAW-01.v: LAW-01 does not allow 'na'; allowed are yes, no"],
  ['an unknown N/A state', changed({ 'SEC-04': { v: 'na', na: 'ok' } }), 'answers.SEC-04.na: must be one of pending, accepted, refused'],
  ['an N/A beside a value', changed({ 'SEC-04': { v: '2026-01-01', na: 'accepted' } }), "answers.SEC-04.na: goes with v: 'na' only"],
  ['a bare answer', changed({ 'GOV-03': 'yes' }), 'answers.GOV-03: must be a map with v'],
  ['a misspelt key', changed({ 'GOV-03': { v: 'yes', evd: 'verified' } }), 'answers.GOV-03.evd: is not a known key; known are v, ev'],
  ['an exclusive option with others', changed({}, { 'IN-06': ['none', 'contact'] }), 'intake.IN-06: “none” cannot be combined'],
  ['a missing dimension', changed({}, { 'IN-13': null }), 'intake.IN-13: is needed for inherent risk (D7); allowed are low, medium, high, critical'],
  ['no information types', changed({}, { 'IN-06': [] }), 'intake.IN-06: is needed for inherent risk (D1); allowed are none, contact'],
  ['an unknown country in a cell', changed({ 'TRN-04': { v: [{ country: 'CHN' }] } }), 'answers.TRN-04.v[0].country: “CHN” is not a country or region code'],
  ['a status and facts', changed({ 'SEC-04': { v: '2026-01-01', ev: 'stale', evidence: [] } }), 'answers.SEC-04.ev: is derived when evidence is given'],
  ['evidence of a wrong type', changed({ 'SEC-04': { v: '2026-01-01', evidence: [{ type: 'contract' }] } }), 'answers.SEC-04.evidence[0].type: must be one of report'],
  ['evidence of an impossible day', changed({ 'SEC-04': { v: '2026-01-01', evidence: [{ issued_on: '2026-13-01' }] } }), 'answers.SEC-04.evidence[0].issued_on: needs a calendar date'],
  ['evidence where none is expected', changed({ 'LAW-01': { v: 'yes', evidence: [] } }), 'answers.LAW-01.evidence: is not expected for this question'],
  ['an unknown home country', { ...changed({}), home_country: 'China' }, 'home_country: needs a country code'],
  ['a key of every object', changed(JSON.parse('{"__proto__": {"v": "yes"}}') as Record<string, unknown>), 'answers.__proto__: is not a question'],
])('%s is refused with a sentence that says where', (_what, given, expected) => {
  expect(refusal(given)).toContain(expected)
})

test('all mistakes are named at once, each with the id of the case', () => {
  const message = refusal({ ...changed({ 'GOV-01': { v: 'iso' }, 'ACC-04': { v: -1 } }), id: 'X7' })
  expect(message.split('\n')).toHaveLength(2)
  expect(message.split('\n').every((line) => line.startsWith('X7: answers.'))).toBe(true)
})

test('an unfinished table is scored, not refused', () => {
  const { findings } = scoreCase(template, changed({ 'TRN-04': { v: [{ site: 'x', country: 'CN' }] } }))
  expect(findings).toContainEqual({ q: 'TRN-04', severity: 'medium', pre_contract: true })
})

test('whatever is valid is scored; whatever is odd is refused or scored, never anything else', () => {
  fc.assert(fc.property(anyCase, fc.constantFrom(...template.questions.map(({ id }) => id)), fc.jsonValue(), (input, id, odd) => {
    const answers = Object.fromEntries(Object.entries(input.answers).map(([key, { value, na, status }]) => {
      return [key, na ? { v: 'na', na } : { v: value, ...(status ? { ev: status } : {}) }]
    }))
    const valid = { assessment_date: input.assessmentDate, intake: input.intake, answers }
    expect(refusal(valid)).toBe('scored')
    expect(typeof refusal({ ...valid, answers: { ...answers, [id]: { v: odd } } })).toBe('string')
    expect(typeof refusal({ ...valid, answers: { ...answers, [id]: odd } })).toBe('string')
    expect(typeof refusal({ ...valid, intake: { ...input.intake, 'IN-06': odd } })).toBe('string')
  }), { numRuns: 40 })
})
