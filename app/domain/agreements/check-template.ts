import { unique, type Report, type TemplateProblem } from '../questionnaires/template-shape.ts'
import { agreementSchema, commitmentSchema, completenessSchema, logSpecificationSchema } from './template-schema.ts'
import { SCHEDULE_IDS, type AgreementTemplate, type Clause, type CompletenessLibrary, type Parameter } from './template.ts'

const CLAUSE_ID = /^DPA-\d+[A-Z]?$/
const REGULATION = /^R\d\.\d(\.\d)?$/
const PLACEHOLDER = /\{\{(\w+)\}\}/g
const REFERENCE = /DPA-\d+[A-Z]?/g

/** Every problem of a parsed agreement template (agreement.yaml); empty when it can be used. */
export function checkAgreementTemplate(doc: unknown): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const report: Report = (path, message) => problems.push({ path, message })
  agreementSchema(doc, [], report)
  if (problems.length > 0) return problems
  const template = doc as AgreementTemplate // the schema has just said so
  checkIds(template, report)
  template.parameters.forEach((parameter, at) => checkParameter(parameter, at, report))
  template.clauses.forEach((clause, at) => checkClause(clause, at, template, report))
  checkGroups(template, report)
  return problems
}

export function checkLogSpecification(doc: unknown): TemplateProblem[] {
  return problemsOf((report) => logSpecificationSchema(doc, [], report))
}

export function checkCommitmentLibrary(doc: unknown): TemplateProblem[] {
  return problemsOf((report) => commitmentSchema(doc, [], report))
}

/** Also refuses clauses and sources that do not exist. */
export function checkCompletenessLibrary(doc: unknown, template: AgreementTemplate): TemplateProblem[] {
  const problems = problemsOf((report) => completenessSchema(doc, [], report))
  if (problems.length > 0) return problems
  const { requirements, sources } = doc as CompletenessLibrary // the schema has just said so
  const clauses = template.clauses.map(({ id }) => id)
  return problemsOf((report) =>
    requirements.forEach(({ all_of: all = [], any_of: some = [], source }, at) => {
      for (const id of [...all, ...some]) if (!clauses.includes(id)) report(['requirements', at], `no clause ${id}`)
      if (!sources.some(({ id }) => id === source)) report(['requirements', at, 'source'], `no source ${source}`)
    }),
  )
}

function problemsOf(check: (report: Report) => void): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  check((path, message) => problems.push({ path, message }))
  return problems
}

function checkIds({ clauses, parameters, sections, schedules }: AgreementTemplate, report: Report) {
  unique(clauses.map(({ id }) => id), (at) => ['clauses', at, 'id'], report)
  unique(parameters.map(({ id }) => id), (at) => ['parameters', at, 'id'], report)
  unique(sections.map(({ id }) => id), (at) => ['sections', at, 'id'], report)
  if (schedules.map(({ id }) => id).join() !== SCHEDULE_IDS.join()) report(['schedules'], `must be ${SCHEDULE_IDS.join(', ')} in this order`)
}

function checkParameter(parameter: Parameter, at: number, report: Report) {
  const path = ['parameters', at]
  if (parameter.type === 'int') {
    for (const [key, value] of Object.entries({ default: parameter.default, ...parameter.by_tier })) {
      if (value < parameter.min || value > parameter.max) report(path, `${key} ${value} lies outside ${parameter.min} to ${parameter.max}`)
    }
  }
  if (parameter.type === 'enum' && parameter.default !== null && !parameter.options.some(({ v }) => v === parameter.default)) {
    report([...path, 'default'], 'must be one of the options')
  }
  if (parameter.id === 'purposes' && !(parameter.type === 'list' && parameter.catch_all)) report(path, 'must say which purposes are catch-alls')
}

function checkClause(clause: Clause, at: number, template: AgreementTemplate, report: Report) {
  const path = ['clauses', at]
  if (!CLAUSE_ID.test(clause.id)) report([...path, 'id'], 'must look like DPA-12 or DPA-12L')
  if (!template.sections.some(({ id }) => id === clause.section)) report([...path, 'section'], `no section ${clause.section}`)
  for (const regulation of clause.clauses) if (!REGULATION.test(regulation)) report([...path, 'clauses'], `${regulation} is no regulation clause`)
  for (const param of clause.params) if (!template.parameters.some(({ id }) => id === param)) report([...path, 'params'], `no parameter ${param}`)
  for (const language of ['zh', 'en'] as const) {
    const used = [...clause[language].matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
    for (const param of used) if (!clause.params.includes(param)) report([...path, language], `uses ${param}, which params does not name`)
    for (const param of clause.params) if (!used.includes(param)) report([...path, language], `does not use ${param}`)
    for (const id of clause[language].match(REFERENCE) ?? []) {
      if (!template.clauses.some((each) => each.id === id)) report([...path, language], `refers to ${id}, which does not exist`)
    }
  }
}

function checkGroups({ exclusive_groups: groups, clauses }: AgreementTemplate, report: Report) {
  clauses.forEach(({ exclusive_group: group }, at) => {
    if (group !== undefined && !groups.some(({ id }) => id === group)) report(['clauses', at, 'exclusive_group'], `no group ${group}`)
  })
  groups.forEach(({ id }, at) => {
    if (!clauses.some(({ exclusive_group: group }) => group === id)) report(['exclusive_groups', at], `no clause belongs to ${id}`)
  })
}
