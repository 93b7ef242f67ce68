import type { Question, TableRow } from '../questionnaires/template.ts'
import { articleNumber, resolveReferences, selectClauses, type NumberedClause } from './clauses.ts'
import { checkScope } from './check-scope.ts'
import { commitmentsFrom, type AcceptedAnswer } from './commitments.ts'
import { isApproved, wordingDeviation, type Deviation } from './deviations.ts'
import { checkGates, type GenerationGates } from './generation-gates.ts'
import { type Labels } from './labels.ts'
import { resolveParameters, type ListItem, type ParameterValues, type ResolvedParameters } from './parameters.ts'
import { purposeCode } from './purposes.ts'
import { buildSchedules, checkContacts, type Contact, type Schedule, type ScheduleContents } from './schedules.ts'
import type { ScopeRow } from './scope.ts'
import {
  type AgreementTemplate, type Bilingual, type CommitmentLibrary, type DraftProblem, type Holds, type Language, type LogSpecification, type Tier,
} from './template.ts'
import { fillIn } from './wording.ts'

/** The content files an agreement is made from. */
export type AgreementLibrary = {
  template: AgreementTemplate
  logSpecification: LogSpecification
  commitments: CommitmentLibrary
  labels: Labels
  questions: Pick<Question, 'id' | 'options' | 'columns'>[]
}

export type DraftInput = {
  library: AgreementLibrary
  holds: Holds
  facts: Record<string, boolean>
  tier: Tier
  /** Counts from 1; every edit after freezing makes a new one. */
  version: number
  parameters: ParameterValues
  scope: ScopeRow[]
  accepted: AcceptedAnswer[]
  subProcessors: TableRow[]
  contacts: Contact[]
  added?: string[]
  removed?: string[]
  deviations?: Deviation[]
  jointDuties?: Exclude<ScheduleContents['jointDuties'], 'default' | undefined>
  assessed?: { infoTypes: string[]; operations: string[] }
  /** The organisation's country; without cross_border no scope row may name another. */
  homeCountry?: string
  gates: GenerationGates
}

export type Article = {
  no: number
  /** Stable clause id, printed in the margin. */
  id: string
  section: string
  heading: Bilingual
  title: Bilingual
  text: Bilingual
  /** Regulation clauses, such as R7.2.2. */
  regulation: string[]
}

export type Draft = {
  templateVersion: string
  version: number
  articles: Article[]
  sections: AgreementTemplate['sections']
  schedules: Schedule[]
  scope: ScopeRow[]
  parameters: ParameterValues
  /** Words of the parameters, for covers and notices. */
  words: Record<string, Bilingual>
  deviations: Deviation[]
  /** Empty when the agreement may be generated. */
  problems: DraftProblem[]
}

/** The whole agreement in both languages, with everything that still forbids it (agreement.yaml generation_rules). */
export function draftAgreement(input: DraftInput): Draft {
  const { library, facts, deviations = [] } = input
  const { template } = library
  const { clauses, problems: choice } = selectClauses({ ...input, template })
  const resolved = resolveParameters({
    template, clauses, deviations, values: input.parameters, tier: input.tier, finCn: facts.fin_cn === true, labels: library.labels.purposes,
  })
  const written = clauses.map((each) => writeArticle(each, { clauses, deviations, template, resolved }))
  const labels = withExplainedPurposes(library.labels, resolved.values.purposes)
  return {
    templateVersion: template.version,
    version: input.version,
    articles: written.map(({ article }) => article),
    sections: template.sections,
    schedules: buildSchedules(contentsFor(input, labels, resolved)),
    scope: input.scope,
    parameters: resolved.values,
    words: Object.fromEntries(resolved.texts),
    deviations,
    problems: [
      ...checkGates(input.gates, facts),
      ...choice,
      ...resolved.problems,
      ...checkDeviations(clauses, deviations),
      ...written.flatMap(({ problems }) => problems),
      ...checkScope(input.scope, scopeFrame(input, labels, resolved)),
      ...checkContacts(template, input.contacts),
    ],
  }
}

type Pen = { clauses: NumberedClause[]; deviations: Deviation[]; template: AgreementTemplate; resolved: ResolvedParameters }

/** References before values: what a person typed is never taken for one. */
function writeArticle({ no, clause }: NumberedClause, pen: Pen): { article: Article; problems: DraftProblem[] } {
  const changed = wordingDeviation(pen.deviations, clause.id)
  const wording: Bilingual = changed && isApproved(changed) ? changed.new : clause
  const problems: DraftProblem[] = []
  const write = (language: Language) => {
    const { text, missing } = resolveReferences(wording[language].trim(), language, pen.clauses)
    problems.push(...missing.map((reference) => problem('reference_missing', { clause: clause.id, reference })))
    return fillIn(text, (name) => {
      const known = pen.template.parameters.find(({ id }) => id === name)
      if (!known) problems.push(problem('placeholder_unknown', { clause: clause.id, placeholder: name }))
      return pen.resolved.texts.get(name)?.[language] ?? openPlace(known ?? { zh: name, en: name })[language]
    })
  }
  const [zh, en] = [write('zh'), write('en')]
  const title = { zh: clause.title_zh, en: clause.title_en }
  const article = { no, id: clause.id, section: clause.section, heading: articleNumber(no), title, text: { zh, en }, regulation: clause.clauses }
  return { article, problems }
}

/** What stands where a value is still missing. */
function openPlace({ zh, en }: Bilingual): Bilingual {
  return { zh: `【${zh}】`, en: `[${en}]` }
}

function checkDeviations(clauses: NumberedClause[], deviations: Deviation[]): DraftProblem[] {
  const ids = new Set(clauses.map(({ clause }) => clause.id))
  return deviations.flatMap((deviation) => {
    if (!ids.has(deviation.clauseId)) return [problem('deviation_unknown_clause', { clause: deviation.clauseId })]
    return isApproved(deviation) ? [] : [problem('deviation_not_approved', { clause: deviation.clauseId })]
  })
}

function contentsFor(input: DraftInput, labels: Labels, { texts }: ResolvedParameters): ScheduleContents {
  const { library, scope, subProcessors, contacts } = input
  return {
    template: library.template,
    logSpecification: library.logSpecification,
    labels,
    scope,
    subProcessors,
    contacts,
    jointDuties: input.facts.joint === true ? (input.jointDuties ?? 'default') : undefined,
    commitments: commitmentsFrom(input.accepted, library.commitments, { questions: library.questions, places: library.template.places }),
    addresses: { company: texts.get('company_address'), vendor: texts.get('vendor_address') },
  }
}

function scopeFrame(input: DraftInput, labels: Labels, { values }: ResolvedParameters) {
  const purposes = listItems(values.purposes).flatMap((item) => purposeCode(item, labels.purposes) ?? [])
  return {
    labels,
    purposes,
    authStart: dateText(values.auth_start),
    authEnd: dateText(values.auth_end),
    assessed: input.assessed,
    onlyCountry: input.facts.cross_border === true ? undefined : input.homeCountry,
  }
}

/** `other` prints with the explanation that the agreement gives it. */
function withExplainedPurposes(labels: Labels, purposes: ParameterValues[string]): Labels {
  const explained = listItems(purposes).flatMap((item) => (typeof item === 'object' && item.code ? [[item.code, { zh: item.zh, en: item.en }] as const] : []))
  return { ...labels, purposes: { ...labels.purposes, ...Object.fromEntries(explained) } }
}

function listItems(value: ParameterValues[string]): ListItem[] {
  return Array.isArray(value) ? value : []
}

function dateText(value: ParameterValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function problem(code: string, data: DraftProblem['data']): DraftProblem {
  return { code: `agreementDraft.problem.${code}`, data }
}
