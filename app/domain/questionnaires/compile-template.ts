import { compileCondition, scopeOf, type Predicate, type Scope } from './condition.ts'
import { compileOutcome, type OutcomeOf } from './outcome.ts'
import type {
  ConsistencyCheck, Dimension, EvidenceMode, IntakeItem, Knockout, Profile, Question, QuestionnaireTemplate, Tier,
} from './template.ts'

/** Every compiled question has the same keys in the same order: that keeps the loops over them fast. */
export type CompiledQuestion = {
  id: string
  weight: number
  naAllowed: boolean
  /** Index into template.sections. */
  section: number
  evidenceMode: EvidenceMode
  showIf: Predicate | undefined
  outcome: OutcomeOf
  question: Question
}

/** A template whose conditions are functions; made once, used for every assessment bound to that version. */
export type CompiledTemplate = {
  template: QuestionnaireTemplate
  questions: CompiledQuestion[]
  facts: { id: string; holds: Predicate }[]
  factAt: ReadonlyMap<string, number>
  checks: { check: ConsistencyCheck; when: Predicate }[]
  intakeRequiredIf: ReadonlyMap<string, Predicate>
  /** The intake item behind each dimension of inherent risk, with the points of its options. */
  dimensions: Record<Dimension, { item: IntakeItem; points: ReadonlyMap<string, number> }>
  /** By tier: is the question at this index in the profile? */
  inProfile: Record<Tier, boolean[]>
}

const compiled = new WeakMap<QuestionnaireTemplate, CompiledTemplate>()

/** Compiles a template that `checkTemplate` has passed, each object once; RangeError for a name that leads nowhere. */
export function compileTemplate(template: QuestionnaireTemplate): CompiledTemplate {
  const known = compiled.get(template)
  if (known) return known
  const scope = scopeOf(template)
  const made: CompiledTemplate = {
    template,
    questions: template.questions.map((question, index) => compileQuestion(template, scope, index, question)),
    facts: template.facts.map(({ id, when }) => ({ id, holds: compileCondition(when, scope) })),
    factAt: scope.factAt,
    checks: template.consistency_checks.map((check) => ({ check, when: compileCondition(check.when, scope) })),
    intakeRequiredIf: new Map(
      template.intake.items.flatMap((item) => (item.required_if ? [[item.id, compileCondition(item.required_if, scope)]] : [])),
    ),
    dimensions: dimensionTable(template),
    inProfile: profileTable(template),
  }
  compiled.set(template, made)
  return made
}

function compileQuestion(template: QuestionnaireTemplate, scope: Scope, index: number, question: Question): CompiledQuestion {
  return {
    id: question.id,
    weight: question.weight,
    naAllowed: question.na_allowed,
    section: template.sections.findIndex((section) => section.id === question.section),
    evidenceMode: question.evidence.mode,
    showIf: question.show_if && compileCondition(question.show_if, scope),
    outcome: compileOutcome(question, index, scope, (code) => knockoutOf(template, code)),
    question,
  }
}

function knockoutOf(template: QuestionnaireTemplate, code: string): Knockout {
  const knockout = template.knockouts.find((each) => each.code === code)
  if (!knockout) throw new RangeError(`no knock-out ${code} in this template`)
  return knockout
}

function dimensionTable(template: QuestionnaireTemplate): CompiledTemplate['dimensions'] {
  const row = (dimension: Dimension) => {
    const item = template.intake.items.find((each) => each.dimension === dimension)
    if (!item) throw new RangeError(`no intake item for dimension ${dimension}`)
    return { item, points: new Map((item.options ?? []).map((option) => [option.v, option.points ?? 0])) }
  }
  return {
    D1: row('D1'), D2: row('D2'), D3: row('D3'), D4: row('D4'), D5: row('D5'), D6: row('D6'), D7: row('D7'), D8: row('D8'),
  }
}

function profileTable(template: QuestionnaireTemplate): Record<Tier, boolean[]> {
  const row = (tier: Tier) => questionsOf(template, profileFor(template, tier))
  return { T1: row('T1'), T2: row('T2'), T3: row('T3'), T4: row('T4') }
}

function profileFor(template: QuestionnaireTemplate, tier: Tier): Profile | undefined {
  return Object.values(template.profiles).find((profile) => profile.tiers.includes(tier))
}

function questionsOf(template: QuestionnaireTemplate, profile: Profile | undefined): boolean[] {
  const wanted = profile?.questions ?? []
  const chosen = wanted === 'all' ? undefined : new Set(wanted)
  return template.questions.map((question) => chosen === undefined || chosen.has(question.id))
}
