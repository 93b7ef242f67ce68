import { expect, test } from 'vitest'
import { compiled, copyOfTemplate, template } from '#tests/support/scoring-cases.ts'
import { compileTemplate } from './compile-template.ts'
import { missingRequired } from './missing-required.ts'
import type { Answers, AnswerValue, Tier } from './template.ts'
import { hasFact, readFacts, visibleQuestions } from './visibility.ts'

const plain: Record<string, AnswerValue> = { 'IN-06': ['contact'], 'IN-08': ['view'], 'IN-09': 'api_or_file', 'IN-11': 'same_jurisdiction' }
const visible = (intake: Record<string, AnswerValue>, answers: Answers = {}, tier: Tier = 'T3') =>
  visibleQuestions(compiled, { tier, intake, answers, assessmentDate: '2026-11-24' })

test('conditions on the intake show and hide', () => {
  expect(visible(plain)).not.toContain('LAW-05')
  expect(visible({ ...plain, 'IN-08': ['collect'] })).toContain('LAW-05')
  expect(visible({ ...plain, 'IN-06': ['payment'] })).toContain('LAW-06')
  expect(visible({ ...plain, 'IN-06': ['minors_u14'] })).toContain('LAW-07')
  expect(visible({ ...plain, 'IN-09': 'vendor_hosted_copy' })).toContain('ENC-01')
  expect(visible({ ...plain, 'IN-11': 'exempt_or_adequate' })).toEqual(expect.arrayContaining(['TRN-05', 'TRN-06']))
})

test('a hidden question reads as unanswered further down', () => {
  const answers = { 'ENC-01': { value: 'all_strong' }, 'ENC-04': { value: 'weekly' } }
  expect(visible(plain, answers)).not.toContain('ENC-02')
  expect(visible({ ...plain, 'IN-08': ['store'] }, answers)).toEqual(expect.arrayContaining(['ENC-02', 'ENC-05']))
  const chained = copyOfTemplate()
  for (const question of chained.questions) if (question.id === 'SUB-04') question.show_if = { q: 'SUB-03', op: 'unanswered' }
  const shown = visibleQuestions(compileTemplate(chained), {
    tier: 'T3', intake: plain, answers: { 'SUB-01': { value: 'no' }, 'SUB-03': { value: 'yes' } }, assessmentDate: '2026-11-24',
  })
  expect(shown).not.toContain('SUB-03')
  expect(shown).toContain('SUB-04')
})

test('a correction by the reviewer decides what is shown', () => {
  expect(visible(plain, { 'SUB-01': { value: 'no', corrected: 'yes_listed' } })).toContain('SUB-02')
})

test('tier 4 sees the short form, in file order', () => {
  const shown = visible({ ...plain, 'IN-11': 'stored_abroad' }, { 'INC-04': { value: 'handled' }, 'SUB-01': { value: 'yes_listed' } }, 'T4')
  const lite = template.profiles.lite?.questions ?? []
  expect(shown.every((id) => lite.includes(id))).toBe(true)
  expect(shown).toEqual(template.questions.map(({ id }) => id).filter((id) => shown.includes(id)))
  expect(shown).toEqual(expect.arrayContaining(['TRN-05', 'INC-05', 'SUB-02', 'SUB-03']))
  expect(shown).not.toContain('SUB-04')
})

test('an unanswered intake hides what asks for an answer, and not() holds', () => {
  const facts = readFacts(compiled, {})
  expect(hasFact(compiled, facts, 'has_pi')).toBe(true)
  expect(hasFact(compiled, facts, 'sub_processing')).toBe(false)
  expect(hasFact(compiled, readFacts(compiled, { 'IN-06': ['none'] }), 'has_pi')).toBe(false)
})

test('what blocks a submission: required, visible and unanswered; an N/A waits for the reviewer', () => {
  const missing = (answers: Answers) => missingRequired(compiled, { tier: 'T3', intake: plain, answers, assessmentDate: '2026-11-24' })
  expect(missing({})).toEqual(visible(plain))
  expect(missing({ 'GOV-05': { value: [] } })).toContain('GOV-05')
  expect(missing({ 'GOV-05': { value: ['a.pdf'] } })).not.toContain('GOV-05')
  expect(missing({ 'SEC-04': { na: 'pending' } })).not.toContain('SEC-04')
  expect(missing({ 'SEC-04': { na: 'refused' } })).toContain('SEC-04')
  expect(missing({ 'LAW-01': { na: 'pending' } })).toContain('LAW-01')
})
