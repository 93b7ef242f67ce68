import { SCHEDULE_IDS, type AgreementTemplate } from './template.ts'

/** `path` leads to the place in the file ('clauses[3].params'); `fault` says what is wrong there. For developers, not people. */
export type TemplateFault = { path: string; fault: string }

type Node = Record<string, unknown>
type Report = (path: string, fault: string) => void
type Rule = (value: unknown) => string | undefined

const TIERS = ['T1', 'T2', 'T3', 'T4']
const REGULATION = /^R\d(\.\d){1,2}$/
const PLACEHOLDER = /\{\{(\w+)\}\}/g
const REFERENCE = /DPA-\d+[A-Z]?/g

/** Checks a parsed agreement template (agreement.yaml); the template is returned only when nothing is wrong. */
export function checkAgreementTemplate(doc: unknown): { template?: AgreementTemplate; faults: TemplateFault[] } {
  const faults: TemplateFault[] = []
  const report: Report = (path, fault) => {
    if (!faults.some((each) => each.path === path && each.fault === fault)) faults.push({ path, fault })
  }
  if (!isNode(doc)) return { faults: [{ path: '', fault: 'must be a map' }] }
  checkHead(doc, report)
  checkParameters(doc, report)
  checkClauses(doc, report)
  checkReferences(doc, report)
  checkGroups(doc, report)
  checkSchedules(doc, report)
  // Every field that the type names was checked above.
  return faults.length === 0 ? { template: doc as unknown as AgreementTemplate, faults } : { faults }
}

function checkHead(doc: Node, report: Report) {
  demand(doc, '', { version: text, template_id: text }, report)
  for (const [path, section] of items(doc, 'sections', report)) demand(section, path, { id: text, ...words }, report)
  for (const [path, group] of items(doc, 'exclusive_groups', report)) demand(group, path, { id: text, exactly_one: flag }, report)
  for (const [code, place] of Object.entries(isNode(doc.places) ? doc.places : {})) {
    if (isNode(place)) demand(place, `places.${code}`, words, report)
    else report(`places.${code}`, 'must be a map')
  }
}

function checkParameters(doc: Node, report: Report) {
  for (const [path, parameter] of items(doc, 'parameters', report)) {
    demand(parameter, path, { id: text, ...words, type: oneOf('text', 'date', 'int', 'enum', 'list') }, report)
    if (parameter.type === 'int') checkInteger(parameter, path, report)
    if (parameter.type === 'enum') checkChoice(parameter, path, report)
    if (parameter.id === 'purposes') demand(parameter, path, { catch_all: map }, report)
  }
}

function checkInteger(parameter: Node, path: string, report: Report) {
  demand(parameter, path, { default: whole, min: whole, max: whole, stricter: oneOf('lower', 'higher') }, report)
  const { min, max, by_tier: byTier } = parameter
  if (typeof min !== 'number' || typeof max !== 'number') return
  const within = (value: unknown) => typeof value === 'number' && value >= min && value <= max
  if (!within(parameter.default)) report(`${path}.default`, 'lies outside min and max')
  if (byTier === undefined) return
  for (const tier of TIERS) {
    if (!isNode(byTier) || !within(byTier[tier])) report(`${path}.by_tier.${tier}`, 'must be a number inside min and max')
  }
}

function checkChoice(parameter: Node, path: string, report: Report) {
  const options = items(parameter, 'options', report, path)
  for (const [at, option] of options) demand(option, at, { v: text, ...words }, report)
  if (parameter.default !== null && !options.some(([, option]) => option.v === parameter.default)) {
    report(`${path}.default`, 'is not one of the options')
  }
}

function checkClauses(doc: Node, report: Report) {
  const known = new Set(items(doc, 'parameters', report).map(([, parameter]) => parameter.id))
  for (const [path, clause] of items(doc, 'clauses', report)) {
    demand(clause, path, {
      id: matching(/^DPA-\d+[A-Z]?$/), section: text, title_zh: text, title_en: text, ...words, mandatory: flag,
      negotiable: oneOf('locked', 'param', 'optional'), params: listOf(text), clauses: listOf(matching(REGULATION)), law: listOf(text),
    }, report)
    if (clause.include_when !== undefined && !isCondition(clause.include_when)) report(`${path}.include_when`, 'is not a condition')
    const declared = Array.isArray(clause.params) ? clause.params.map(String) : []
    for (const param of declared) if (!known.has(param)) report(`${path}.params`, `unknown parameter ${param}`)
    for (const language of ['zh', 'en'] as const) {
      const used = [...new Set(placeholders(clause[language]))]
      for (const param of used) if (!declared.includes(param)) report(`${path}.${language}`, `undeclared parameter ${param}`)
      for (const param of declared) if (!used.includes(param)) report(`${path}.${language}`, `does not use ${param}`)
    }
  }
  unique(doc, 'clauses', report)
  unique(doc, 'parameters', report)
  unique(doc, 'sections', report)
}

function checkReferences(doc: Node, report: Report) {
  const clauses = items(doc, 'clauses', report)
  const ids = new Set(clauses.map(([, clause]) => clause.id))
  const sections = new Set(items(doc, 'sections', report).map(([, section]) => section.id))
  for (const [path, clause] of clauses) {
    if (!sections.has(clause.section)) report(`${path}.section`, `unknown section ${String(clause.section)}`)
    for (const language of ['zh', 'en'] as const) {
      for (const id of String(clause[language]).match(REFERENCE) ?? []) {
        if (!ids.has(id)) report(`${path}.${language}`, `refers to ${id}, which does not exist`)
      }
    }
  }
}

function checkGroups(doc: Node, report: Report) {
  const groups = new Set(items(doc, 'exclusive_groups', report).map(([, group]) => group.id))
  const used = items(doc, 'clauses', report).map(([, clause]) => clause.exclusive_group)
  for (const group of used) if (group !== undefined && !groups.has(group)) report('exclusive_groups', `lacks ${String(group)}`)
  for (const group of groups) if (!used.includes(group)) report('exclusive_groups', `${String(group)} has no clause`)
}

function checkSchedules(doc: Node, report: Report) {
  const schedules = items(doc, 'schedules', report)
  for (const [path, schedule] of schedules) {
    demand(schedule, path, words, report)
    for (const part of ['table', 'form']) {
      if (schedule[part] === undefined) continue
      for (const [at, column] of items(schedule, part, report, path)) demand(column, at, { id: text, ...words }, report)
    }
  }
  if (schedules.map(([, schedule]) => schedule.id).join() !== SCHEDULE_IDS.join()) report('schedules', `must be ${SCHEDULE_IDS.join()}`)
}

const text: Rule = (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'must be text')
const flag: Rule = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
const whole: Rule = (value) => (Number.isInteger(value) ? undefined : 'must be a whole number')
const map: Rule = (value) => (isNode(value) ? undefined : 'must be a map')
const words = { zh: text, en: text }
const matching = (pattern: RegExp): Rule => (value) =>
  typeof value === 'string' && pattern.test(value) ? undefined : `must match ${pattern.source}`
const oneOf = (...values: string[]): Rule => (value) => (values.includes(String(value)) ? undefined : `must be one of ${values.join()}`)
const listOf = (rule: Rule): Rule => (value) =>
  Array.isArray(value) ? value.map(rule).find((fault) => fault !== undefined) : 'must be a list'

function demand(node: Node, path: string, rules: Record<string, Rule>, report: Report) {
  for (const [key, rule] of Object.entries(rules)) {
    const fault = rule(node[key])
    if (fault) report(path ? `${path}.${key}` : key, fault)
  }
}

/** The maps of a list with their paths. */
function items(node: Node, key: string, report: Report, parent = ''): [string, Node][] {
  const path = parent ? `${parent}.${key}` : key
  const list = node[key]
  if (!Array.isArray(list) || list.length === 0) {
    report(path, 'must be a list with at least one entry')
    return []
  }
  return list.flatMap((item: unknown, index): [string, Node][] => (isNode(item) ? [[`${path}[${index}]`, item]] : []))
}

function unique(doc: Node, key: string, report: Report) {
  const ids = items(doc, key, report).map(([, item]) => item.id)
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) report(key, `${String(id)} appears twice`)
}

function isCondition(value: unknown): boolean {
  if (!isNode(value)) return false
  if ('all' in value) return Array.isArray(value.all) && value.all.length > 0 && value.all.every(isCondition)
  if ('any' in value) return Array.isArray(value.any) && value.any.length > 0 && value.any.every(isCondition)
  if ('not' in value) return isCondition(value.not)
  return typeof (value.fact ?? value.intake) === 'string' && typeof value.op === 'string'
}

function placeholders(value: unknown): string[] {
  return [...String(value).matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
