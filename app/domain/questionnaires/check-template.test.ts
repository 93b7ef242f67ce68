import { expect, test } from 'vitest'
import { copyOfTemplate, template } from '#tests/support/scoring-cases.ts'
import { checkTemplate } from './check-template.ts'
import type { Question, QuestionnaireTemplate } from './template.ts'

const problemsAfter = (spoil: (copy: QuestionnaireTemplate) => void) => {
  const copy = copyOfTemplate()
  spoil(copy)
  return checkTemplate(copy).map(({ path, message }) => `${path.join('.')}: ${message}`)
}
const question = (copy: QuestionnaireTemplate, id: string): Question => {
  const found = copy.questions.find((each) => each.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}
const place = (id: string) => template.questions.findIndex((each) => each.id === id)

test('the default questionnaire is sound: 69 questions in 12 sections that weigh 100', () => {
  expect(checkTemplate(template)).toEqual([])
  expect(template.questions).toHaveLength(69)
  expect(template.sections.map(({ weight }) => weight).reduce((a, b) => a + b)).toBe(100)
  expect(template.sections).toHaveLength(12)
})

test('the short form keeps every question with a hard knock-out', () => {
  const hard = new Set(template.knockouts.filter(({ kind }) => kind === 'hard').map(({ code }) => code))
  const needed = template.questions.filter(({ knockouts = [] }) => knockouts.some(({ code }) => hard.has(code))).map(({ id }) => id)
  expect(template.profiles.lite?.questions).toEqual(expect.arrayContaining(needed))
})

test.each<[string, (copy: QuestionnaireTemplate) => void, string]>([
  ['a question without Chinese', (copy) => void (question(copy, 'GOV-01').zh = ' '), 'questions.0.zh: must be text that is not empty'],
  ['an option without English', (copy) => void Reflect.deleteProperty(question(copy, 'GOV-01').options?.[1] ?? {}, 'en'), 'questions.0.options.1.en: must be text'],
  ['an id used twice', (copy) => void (question(copy, 'GOV-02').id = 'GOV-01'), 'questions.1.id: GOV-01 is used twice'],
  ['an unknown section', (copy) => void (question(copy, 'GOV-02').section = 'ZZZ'), 'questions.1.section: no section ZZZ'],
  ['an unknown knock-out', (copy) => void (question(copy, 'GOV-04').knockouts = [{ when: { op: 'eq', v: 'open' }, code: 'KO-99' }]), 'questions.3.knockouts.0.code: no knock-out KO-99'],
  ['an unknown op', (copy) => void Object.assign(question(copy, 'GOV-01').evidence, { when: { op: 'like', v: 'a' } }), 'questions.0.evidence.when.op: must be one of eq'],
  ['a condition on a later question', (copy) => void (question(copy, 'GOV-01').show_if = { q: 'GOV-02', op: 'answered' }), 'questions.0.show_if.q: question GOV-02 does not come earlier'],
  ['a question that shows itself', (copy) => void (question(copy, 'GOV-02').show_if = { q: 'GOV-02', op: 'answered' }), 'questions.1.show_if.q: question GOV-02 does not come earlier'],
  ['a bare comparison in show_if', (copy) => void (question(copy, 'GOV-02').show_if = { op: 'answered' }), 'questions.1.show_if: a comparison here must name'],
  ['an unknown fact', (copy) => void (question(copy, 'LAW-05').show_if = { fact: 'nope', op: 'eq', v: true }), `questions.${place('LAW-05')}.show_if.fact: no fact nope`],
  ['facts in a circle', (copy) => void Object.assign(copy.facts[0] ?? {}, { when: { fact: 'joint', op: 'eq', v: true } }), 'facts.0.when.fact: fact joint comes later'],
  ['an option that does not exist', (copy) => void Object.assign(question(copy, 'GOV-01').findings?.[0] ?? {}, { when: { op: 'eq', v: 'noen' } }), 'questions.0.findings.0.when.v: noen is not an option of GOV-01'],
  ['an op that does not fit', (copy) => void Object.assign(question(copy, 'GOV-01').findings?.[0] ?? {}, { when: { op: 'gt', v: 3 } }), 'questions.0.findings.0.when.op: gt does not fit GOV-01'],
  ['a flag that no option has', (copy) => void Object.assign(copy.facts[1] ?? {}, { when: { intake: 'IN-06', op: 'any_option_flag', flag: 'secret' } }), 'facts.1.when.flag: no option of IN-06 has a flag secret'],
  ['a column that does not exist', (copy) => void Object.assign(copy.consistency_checks[1] ?? {}, { when: { q: 'TRN-04', op: 'any_cell_not_home', column: 'land' } }), 'consistency_checks.1.when.column: TRN-04 has no column land'],
  ['a profile with an unknown question', (copy) => void Object.assign(copy.profiles.lite ?? {}, { questions: ['GOV-02', 'ZZZ-01'] }), 'profiles.lite.questions.1: no question ZZZ-01'],
  ['a tier without a profile', (copy) => void Object.assign(copy.profiles.lite ?? {}, { tiers: ['T3'] }), 'profiles: exactly one profile must serve T3, not 2'],
  ['na as an option', (copy) => void Object.assign(question(copy, 'GOV-01').options?.[0] ?? {}, { v: 'na' }), 'questions.0.options.0.v: na stands for'],
  ['a band that is not last', (copy) => void question(copy, 'ACC-04').bands?.pop(), `questions.${place('ACC-04')}.bands.2: the last band must be else`],
  ['a date band on a number', (copy) => void question(copy, 'ACC-04').bands?.unshift({ age_months_lte: 3, score: 100 }), `questions.${place('ACC-04')}.bands.0: this band does not fit`],
  ['a scored text', (copy) => void (question(copy, 'INC-05').weight = 2), `questions.${place('INC-05')}.weight: a text question is never scored`],
  ['a misspelt key', (copy) => void Object.assign(question(copy, 'GOV-01'), { shwo_if: {} }), 'questions.0.shwo_if: is not a known key'],
  ['an unknown evidence type', (copy) => void (question(copy, 'GOV-01').evidence.types = ['letter']), 'questions.0.evidence.types.0: no evidence type letter'],
  ['a missing dimension', (copy) => void Reflect.deleteProperty(copy.intake.items[6] ?? {}, 'dimension'), 'intake.items: exactly one item must have the dimension D2, not 0'],
  ['a missing fact', (copy) => void copy.facts.shift(), 'facts: must define the fact has_pi'],
  ['a table scored by a column it lacks', (copy) => void Object.assign(question(copy, 'GOV-02').table_scoring ?? {}, { column: 'rolle' }), 'questions.1.table_scoring.column: no column rolle'],
  ['a scope column that follows nothing', (copy) => void Object.assign(copy.intake.items[4]?.columns?.[1] ?? {}, { options: 'chosen:IN-99' }), 'intake.items.4.columns.1.options: chosen:IN-99 does not name'],
  ['an end that follows no date', (copy) => void Object.assign(copy.intake.items[15] ?? {}, { after: { item: 'IN-06', max_months: 36 } }), 'intake.items.15.after.item: IN-06 is not an earlier item of type date'],
  ['one language only', (copy) => void (copy.languages = ['en']), 'languages: must contain zh-CN'],
])('finds %s and says where', (_what, spoil, expected) => {
  expect(problemsAfter(spoil).join('\n')).toContain(expected)
})

test.each([[undefined], [null], ['text'], [[]], [{}], [{ questions: [] }]])('%j is no questionnaire, and it does not throw', (doc) => {
  expect(checkTemplate(doc).length).toBeGreaterThan(0)
})
