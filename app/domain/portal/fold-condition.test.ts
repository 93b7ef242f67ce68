import fs from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { AnswerValue, IntakeAnswers, QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'
import { walkQuestions } from '#app/domain/questionnaires/visibility.ts'
import { foldCondition, lookedAt, pageCondition } from './fold-condition.ts'

const template = parse(fs.readFileSync('templates/questionnaires/default-security-privacy.yaml', 'utf8')) as QuestionnaireTemplate
const compiled = compileTemplate(template)
const choices = template.questions.filter(({ type }) => type === 'single' || type === 'yesno')

const anyAnswers = fc.record(Object.fromEntries(choices.map(({ id, options = [] }) => [id, fc.option(fc.constantFrom(...options.map(({ v }) => v)), { nil: undefined })])))
const anyIntake: fc.Arbitrary<IntakeAnswers> = fc.record({
  'IN-06': fc.subarray(['contact', 'biometric', 'minors_u14', 'payment'], { minLength: 1 }),
  'IN-08': fc.subarray(['view', 'store', 'collect', 'automated_decision']),
  'IN-09': fc.constantFrom('api_or_file', 'vendor_hosted_copy', 'privileged_remote'),
  'IN-11': fc.constantFrom('same_jurisdiction', 'stored_abroad'),
})

test('what a page shows by its folded conditions is what the whole walk shows', () => {
  fc.assert(
    fc.property(anyAnswers, anyIntake, fc.constantFrom(...template.sections.map(({ id }) => id)), (answers, intake, section) => {
      const given = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }]))
      const input = { tier: 'T1' as const, intake, answers: given, assessmentDate: '2026-11-24' }
      const { reading, standing } = walkQuestions(compiled, input)
      const own = template.questions.filter((question) => question.section === section)
      const known = { template, reading, open: new Set(own.map(({ id }) => id)) }
      const values = new Map<string, AnswerValue | undefined>()
      for (const { id, show_if: showIf } of own) {
        const folded = showIf ? foldCondition(showIf, known) : true
        const shown = typeof folded === 'boolean' ? folded : pageCondition(folded)((each) => values.get(each))
        values.set(id, shown ? answers[id] : undefined)
        expect(shown, id).toBe(standing[template.questions.findIndex((question) => question.id === id)] !== 'hidden')
      }
    }),
  )
})

test('a settled condition is a plain yes or no, an open one names its question', () => {
  const { reading } = walkQuestions(compiled, { tier: 'T1', intake: { 'IN-08': ['store'] }, answers: {}, assessmentDate: '2026-11-24' })
  const condition = { all: [{ fact: 'vendor_stores', op: 'eq' as const, v: true }, { q: 'ENC-01', op: 'eq' as const, v: 'none' }] }
  expect(foldCondition(condition, { template, reading, open: new Set() })).toBe(false)
  const open = foldCondition(condition, { template, reading, open: new Set(['ENC-01']) })
  expect(open).toEqual({ q: 'ENC-01', op: 'eq', v: 'none' })
  expect(typeof open === 'boolean' ? [] : lookedAt(open)).toEqual(['ENC-01'])
})

test('a bare comparison becomes one about its own question, scores stay on the server', () => {
  const { reading } = walkQuestions(compiled, { tier: 'T1', intake: {}, answers: {}, assessmentDate: '2026-11-24' })
  const known = { template, reading, open: new Set(['GOV-01']) }
  expect(foldCondition({ op: 'ne', v: 'none' }, known, 'GOV-01')).toEqual({ q: 'GOV-01', op: 'ne', v: 'none' })
  expect(foldCondition({ op: 'score_lt', v: 50 }, known, 'GOV-01')).toBe(false)
})
