import { checkCondition, type Reach } from './check-condition.ts'
import { checkIntakeItem, checkQuestion } from './check-question.ts'
import { templateSchema } from './template-schema.ts'
import { unique, type Report, type TemplatePath, type TemplateProblem } from './template-shape.ts'
import { DIMENSIONS, TIERS, type Condition, type QuestionnaireTemplate } from './template.ts'

export type { TemplateProblem } from './template-shape.ts'

/** The facts that inherent risk and the gates ask for by name (scoring.md §2, §9). */
const NEEDED_FACTS = ['has_pi', 'sensitive_pi', 'minors', 'biometric', 'cross_border']
const NEEDED_LANGUAGES = ['zh-CN', 'en']

/** Every problem of a parsed questionnaire file, in file order where the form is broken; empty when it can be used. */
export function checkTemplate(doc: unknown): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const report: Report = (path, message) => problems.push({ path, message })
  templateSchema(doc, [], report)
  if (problems.length > 0) return problems
  const template = doc as QuestionnaireTemplate // the schema has just said so
  checkIds(template, report)
  checkNeeded(template, report)
  checkProfiles(template, report)
  template.intake.items.forEach((item, index) => checkIntakeItem(template, item, index, report))
  template.questions.forEach((question, index) => checkQuestion(template, question, index, report))
  checkConditions(template, report)
  return problems
}

function checkIds(template: QuestionnaireTemplate, report: Report): void {
  unique(template.evidence_types.map(({ id }) => id), (at) => ['evidence_types', at, 'id'], report)
  unique(template.facts.map(({ id }) => id), (at) => ['facts', at, 'id'], report)
  unique(template.intake.items.map(({ id }) => id), (at) => ['intake', 'items', at, 'id'], report)
  unique(template.sections.map(({ id }) => id), (at) => ['sections', at, 'id'], report)
  unique(template.knockouts.map(({ code }) => code), (at) => ['knockouts', at, 'code'], report)
  unique(template.consistency_checks.map(({ id }) => id), (at) => ['consistency_checks', at, 'id'], report)
  unique(template.questions.map(({ id }) => id), (at) => ['questions', at, 'id'], report)
}

function checkNeeded(template: QuestionnaireTemplate, report: Report): void {
  for (const language of NEEDED_LANGUAGES) {
    if (!template.languages.includes(language)) report(['languages'], `must contain ${language}`)
  }
  for (const fact of NEEDED_FACTS) {
    if (!template.facts.some(({ id }) => id === fact)) report(['facts'], `must define the fact ${fact}`)
  }
  for (const dimension of DIMENSIONS) {
    const items = template.intake.items.filter((item) => item.dimension === dimension)
    if (items.length !== 1) report(['intake', 'items'], `exactly one item must have the dimension ${dimension}, not ${items.length}`)
  }
}

function checkProfiles(template: QuestionnaireTemplate, report: Report): void {
  const profiles = Object.entries(template.profiles)
  for (const tier of TIERS) {
    const of = profiles.filter(([, profile]) => profile.tiers.includes(tier))
    if (of.length !== 1) report(['profiles'], `exactly one profile must serve ${tier}, not ${of.length}`)
  }
  for (const [id, { questions }] of profiles) {
    if (questions === 'all') continue
    unique(questions, (at) => ['profiles', id, 'questions', at], report)
    questions.forEach((question, at) => {
      if (!template.questions.some((each) => each.id === question)) report(['profiles', id, 'questions', at], `no question ${question}`)
    })
  }
}

function checkConditions(template: QuestionnaireTemplate, report: Report): void {
  const everyFact = template.facts.length
  const check = (condition: Condition | undefined, reach: Reach, ...path: TemplatePath) => {
    if (condition) checkCondition(template, condition, reach, path, report)
  }
  template.facts.forEach(({ when }, at) => check(when, { factsBefore: at, questionsBefore: 0 }, 'facts', at, 'when'))
  template.intake.items.forEach((item, at) => {
    check(item.required_if, { factsBefore: everyFact, questionsBefore: 0 }, 'intake', 'items', at, 'required_if')
  })
  template.consistency_checks.forEach(({ when }, at) => {
    check(when, { factsBefore: everyFact, questionsBefore: template.questions.length }, 'consistency_checks', at, 'when')
  })
  template.questions.forEach((question, at) => {
    const earlier = { factsBefore: everyFact, questionsBefore: at }
    const here = { ...earlier, own: at }
    check(question.show_if, earlier, 'questions', at, 'show_if')
    check(question.evidence.when, here, 'questions', at, 'evidence', 'when')
    question.knockouts?.forEach(({ when }, each) => check(when, here, 'questions', at, 'knockouts', each, 'when'))
    question.findings?.forEach(({ when }, each) => check(when, here, 'questions', at, 'findings', each, 'when'))
  })
}
