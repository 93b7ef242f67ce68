import { expect, test } from 'vitest'
import { compileTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { Answer, AnswerValue, Question } from '#app/domain/questionnaires/template.ts'
import { compiled, copyOfTemplate, perfectAnswers, template } from '#tests/support/scoring-cases.ts'
import { findingDueOn, findingKey } from './findings.ts'
import { scoreAssessment, type Score } from './score.ts'

const on = '2026-11-24'
const intake: Record<string, AnswerValue> = {
  'IN-06': ['contact'], 'IN-07': 60_000, 'IN-08': ['view', 'store'], 'IN-09': 'api_or_file', 'IN-11': 'same_jurisdiction',
  'IN-12': 'one_or_two', 'IN-13': 'medium', 'IN-14': 'easy', 'IN-20': 'no', 'IN-22': 'no', 'IN-23': 'entrusted',
}
const T1: Record<string, AnswerValue> = { 'IN-06': ['payment'], 'IN-07': 2_000_000 }
const T4: Record<string, AnswerValue> = { 'IN-07': 10, 'IN-08': ['view'], 'IN-13': 'low' }

function scoreWith(answers: Record<string, Answer | undefined>, change: Record<string, AnswerValue> = {}): Score {
  return scoreAssessment(compiled, { assessmentDate: on, intake: { ...intake, ...change }, answers: { ...perfectAnswers(on), ...answers } })
}
const codes = ({ knockouts }: Score) => knockouts.map(({ knockout }) => knockout.code)
const at = (id: string) => template.questions.findIndex((question) => question.id === id)
const finding = (score: Score, id: string) => score.findings.find(({ question }) => question === id)

test.each<[string, AnswerValue, string]>([
  ['LAW-01', 'no', 'KO-01'], ['LAW-03', 'yes', 'KO-02'], ['ACC-05', 'no', 'KO-03'], ['ACC-08', 'refused', 'KO-04'], ['AUD-01', 'no', 'KO-05'],
  ['AUD-04', 'no', 'KO-06'], ['TRN-07', 'no', 'KO-07'], ['TRN-03', 'no', 'KO-08'], ['RET-02', 'no', 'KO-09'],
  ['SUB-01', 'yes_undisclosed', 'KO-10'], ['TRN-01', 'unencrypted', 'KO-13'],
])('%s answered %s is the hard knock-out %s', (id, value, code) => {
  const score = scoreWith({ [id]: { value } })
  expect(codes(score)).toEqual([code])
  expect(score.decision).toBe('reject')
})

test.each<[string, AnswerValue, string, Record<string, AnswerValue>]>([
  ['GOV-04', 'open', 'KO-24', {}], ['ACC-01', 'shared_accounts', 'KO-21', {}], ['INC-03', 73, 'KO-23', {}], ['INC-04', 'not_notified_or_open', 'KO-25', {}],
  ['DSR-02', 26, 'KO-26', {}], ['LAW-05', 'none', 'KO-27', { 'IN-08': ['collect'] }], ['LAW-07', 'no', 'KO-28', { 'IN-06': ['minors_u14'] }],
  ['TRN-06', 'no', 'KO-29', { 'IN-11': 'stored_abroad' }], ['ENC-01', 'none', 'KO-20', {}],
])('%s answered %s is the soft knock-out %s', (id, value, code, change) => {
  const score = scoreWith({ [id]: { value } }, change)
  expect(codes(score)).toEqual([code])
  expect(score.decision).toBe('conditional')
  expect(score.rules.map(({ rule }) => rule)).toContain('R5')
})

test('clear text is hard with sensitive information, soft without', () => {
  expect(codes(scoreWith({ 'ENC-01': { value: 'none' } }, { 'IN-06': ['payment'] }))).toEqual(['KO-12'])
  expect(codes(scoreWith({ 'ENC-01': { value: 'none' } }))).toEqual(['KO-20'])
})

test('missing MFA knocks out at T1 and T2 only', () => {
  const noMfa = { 'ACC-02': { value: 'no' } }
  expect(codes(scoreWith(noMfa, T1))).toEqual(['KO-22'])
  expect(codes(scoreWith(noMfa, { 'IN-07': 1_000_000 }))).toEqual(['KO-22'])
  expect(codes(scoreWith(noMfa))).toEqual([])
  expect(finding(scoreWith(noMfa), 'ACC-02')).toMatchObject({ severity: 'high', preContract: true })
})

test('a code that two questions raise is listed once, with both', () => {
  const score = scoreWith({ 'SUB-01': { value: 'yes_undisclosed' }, 'SUB-03': { value: 'no' } })
  expect(score.knockouts).toMatchObject([{ knockout: { code: 'KO-10' }, questions: ['SUB-01', 'SUB-03'] }])
})

test('a hidden answer cannot knock out', () => {
  expect(codes(scoreWith({ 'TRN-05': { value: 'none' } }))).toEqual([])
  expect(codes(scoreWith({ 'TRN-05': { value: 'none' } }, { 'IN-11': 'stored_abroad' }))).toEqual(['KO-11'])
})

test('the first finding that matches is raised, one per question', () => {
  expect(finding(scoreWith({ 'ACC-04': { value: 200 } }), 'ACC-04')).toMatchObject({ severity: 'high', cause: 'answer' })
  expect(finding(scoreWith({ 'ACC-04': { value: 100 } }), 'ACC-04')).toMatchObject({ severity: 'medium' })
  expect(finding(scoreWith({ 'ACC-04': { value: 30 } }), 'ACC-04')).toBeUndefined()
  expect(finding(scoreWith({ 'SEC-04': { value: '2024-11-23', status: 'stale' } }), 'SEC-04')).toMatchObject({ severity: 'medium', cause: 'answer' })
})

test('missing or old evidence is a finding where the answer itself raises none', () => {
  expect(finding(scoreWith({ 'INC-01': { value: 'yes' } }), 'INC-01')).toMatchObject({ severity: 'medium', dueDays: 30, cause: 'evidence_missing', preContract: false })
  expect(finding(scoreWith({ 'INC-01': { value: 'yes', status: 'stale' } }), 'INC-01')).toMatchObject({ severity: 'low', cause: 'evidence_stale' })
  expect(finding(scoreWith({ 'INC-01': { value: 'partial' } }), 'INC-01')).toMatchObject({ severity: 'medium', cause: 'answer' })
  expect(finding(scoreWith({ 'INC-01': { value: 'yes', status: 'rejected' } }), 'INC-01')).toBeUndefined()
  expect(finding(scoreWith({ 'SEC-05': { value: 'yes' } }), 'SEC-05')).toBeUndefined()
})

test('required evidence that this answer does not call for is worth 100 and no finding', () => {
  const score = scoreWith({ 'GOV-01': { value: 'none', status: 'missing' }, 'GOV-04': { value: 'none', status: 'stale' }, 'SEC-04': undefined })
  expect([score.trace.assurances[at('GOV-01')], score.trace.assurances[at('GOV-04')], score.trace.assurances[at('SEC-04')]]).toEqual(['not_due', 'not_due', 'not_due'])
  expect(score.trace.contributions[at('GOV-04')]).toBe(10_000)
  expect(finding(score, 'GOV-04')).toBeUndefined()
  expect(finding(score, 'SEC-04')).toBeUndefined()
})

test('in mode self the file is the evidence: provided until accepted, nothing when refused', () => {
  const contribution = (answer: Answer) => scoreWith({ 'GOV-05': answer }).trace.contributions[at('GOV-05')]
  expect(contribution({ value: ['a.pdf'] })).toBe(9000)
  expect(contribution({ value: ['a.pdf'], status: 'verified' })).toBe(10_000)
  expect(contribution({ value: ['a.pdf'], status: 'rejected' })).toBe(0)
  expect(finding(scoreWith({ 'GOV-05': { value: [] } }), 'GOV-05')).toMatchObject({ cause: 'answer', preContract: true })
})

test('a question that is its own evidence is never "not due"', () => {
  expect(scoreWith({ 'GOV-05': undefined }).trace.assurances[at('GOV-05')]).toBe('missing')
})

test('a value left under an N/A is not read', () => {
  const score = scoreWith({ 'SEC-04': { value: on, na: 'pending', status: 'verified' } })
  expect(score.trace.contributions[at('SEC-04')]).toBe(0)
  expect(score.trace.assurances[at('SEC-04')]).toBe('not_due')
})

test('an accepted N/A leaves the sums, and takes its findings along; a pending one is unanswered', () => {
  const accepted = scoreWith({ 'SEC-04': { na: 'accepted', status: 'stale' } })
  expect(accepted.trace.contributions[at('SEC-04')]).toBe(-1)
  expect(finding(accepted, 'SEC-04')).toBeUndefined()
  expect(accepted.visible).toBe(scoreWith({}).visible)
  expect(scoreWith({ 'SEC-04': { na: 'pending' } }).trace.contributions[at('SEC-04')]).toBe(0)
  expect(scoreWith({ 'LAW-01': { na: 'accepted' } }).trace.contributions[at('LAW-01')]).toBe(0)
  expect(scoreWith({ 'SEC-04': { na: 'accepted', corrected: on } }).trace.contributions[at('SEC-04')]).toBe(6500)
})

test('a correction outranks the vendor, in the score and in conditions', () => {
  const score = scoreWith({ 'LAW-01': { value: 'yes', corrected: 'no' } })
  expect(codes(score)).toEqual(['KO-01'])
})

/** The default questionnaire reduced to some questions. */
function only(keep: (question: Question) => boolean, change: (question: Question) => void = () => {}) {
  const copy = copyOfTemplate()
  copy.consistency_checks = []
  copy.questions = copy.questions.filter(keep)
  copy.questions.forEach(change)
  copy.profiles = { full: { tiers: ['T1', 'T2', 'T3', 'T4'], questions: 'all', zh: 'x', en: 'x' } }
  return compileTemplate(copy)
}

test('a section whose questions are all N/A drops out with its weight', () => {
  const two = only(({ id }) => id === 'SEC-04' || id === 'LAW-01')
  const answers = { 'LAW-01': { value: 'yes' }, 'SEC-04': { na: 'accepted' as const } }
  const score = scoreAssessment(two, { assessmentDate: on, intake, answers })
  expect(score.sections).toEqual({ LAW: 10_000 })
  expect(score.ceBp).toBe(10_000)
  expect(scoreAssessment(two, { assessmentDate: on, intake, answers: { ...answers, 'SEC-04': { na: 'refused' } } }).ceBp).toBe(5714)
})

test('with no section left CE is 0 and the answer is no', () => {
  const none = only(({ id }) => id === 'SEC-04' || id === 'INC-05', (question) => Reflect.deleteProperty(question, 'show_if'))
  const score = scoreAssessment(none, { assessmentDate: on, intake, answers: { 'SEC-04': { na: 'accepted' }, 'INC-05': { value: 'x' } } })
  expect(score).toMatchObject({ visible: 2, sections: {}, ceBp: 0, decision: 'reject' })
  expect(score.residual).toBe(score.inherent.irEff * 100)
})

test('tier 4 answers the short form only', () => {
  const score = scoreWith({}, T4)
  expect(score.inherent.tier).toBe('T4')
  expect(score.visible).toBe(28)
  expect(score.decision).toBe('approve')
  expect(Object.keys(score.sections)).toEqual(template.sections.map(({ id }) => id))
})

test('a closed finding no longer holds up the decision', () => {
  const answers = { ...perfectAnswers(on), 'SUB-04': { value: 'no' } }
  const open = scoreAssessment(compiled, { assessmentDate: on, intake, answers })
  expect(open.rules.map(({ rule }) => rule)).toEqual(['R7', 'R8'])
  expect(scoreAssessment(compiled, { assessmentDate: on, intake, answers, closedFindings: new Set(['SUB-04']) })).toMatchObject({ decision: 'approve', rules: [] })
})

test('consistency checks compare the intake with the answers', () => {
  const abroad = { value: [{ site: 'x', country: 'DE', function: 'store', operator: 'x' }] }
  expect(scoreWith({ 'SUB-01': { value: 'no' } }).inconsistencies).toEqual(['CC-01'])
  expect(scoreWith({ 'TRN-04': abroad }).inconsistencies).toEqual(['CC-02'])
  expect(scoreWith({ 'TRN-04': abroad }, { 'IN-11': 'stored_abroad' }).inconsistencies).toEqual([])
  expect(scoreWith({ 'TRN-04': abroad }, { 'IN-08': ['view'], 'IN-11': 'stored_abroad' }).inconsistencies).toEqual(['CC-03'])
  expect(scoreWith({ 'AUD-03': undefined }).inconsistencies).toEqual(['CC-04'])
  expect(scoreWith({ 'RET-03': { value: 61 } }).inconsistencies).toEqual(['CC-06'])
})

test('due dates count calendar days from the review', () => {
  const raised = finding(scoreWith({ 'LAW-01': { value: 'no' } }), 'LAW-01')
  expect(raised && findingDueOn(raised, '2026-12-28')).toBe('2027-01-04')
  expect(findingKey('A-7', 'LAW-01')).toBe('A-7:LAW-01')
})
