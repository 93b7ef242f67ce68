import type { Bilingual, Condition, Tier } from '../questionnaires/template.ts'

export type { Bilingual, Condition, Tier }

export type Language = keyof Bilingual

/** Answers a condition of the template for one engagement; `holdsFor` makes one from the intake. */
export type Holds = (condition: Condition) => boolean

/** locked and param: wording is fixed; optional: may be left out (agreement.yaml generation_rules). */
type Negotiable = 'locked' | 'param' | 'optional'

export type Clause = Bilingual & {
  id: string
  section: string
  title_zh: string
  title_en: string
  mandatory: boolean
  negotiable: Negotiable
  params: string[]
  clauses: string[]
  law: string[]
  enforced_by?: string[]
  include_when?: Condition
  exclusive_group?: string
}

type ParameterBase = Bilingual & { id: string; required?: boolean; source?: string; rule?: string }
/** The direction in which a value protects customer information better. */
type Stricter = 'lower' | 'higher'

export type TextParameter = ParameterBase & { type: 'text'; default: string | Bilingual | null }
type DateParameter = ParameterBase & { type: 'date'; default: string | null; default_text?: Bilingual; value_text?: Bilingual }
export type IntParameter = ParameterBase & {
  type: 'int'
  default: number
  min: number
  max: number
  stricter: Stricter
  by_tier?: Record<Tier, number>
  max_if_fin_cn?: number
}
export type EnumParameter = ParameterBase & {
  type: 'enum'
  default: string | null
  options: (Bilingual & { v: string })[]
  stricter?: Stricter
}
export type ListParameter = ParameterBase & {
  type: 'list'
  default: null
  min_items?: number
  catch_all?: { whole: string[]; ending: string[] }
}
export type Parameter = TextParameter | DateParameter | IntParameter | EnumParameter | ListParameter

export type ScheduleId = 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6'
export const SCHEDULE_IDS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const satisfies readonly ScheduleId[]

type TemplateColumn = Bilingual & { id: string; source?: string }
export type Party = 'company' | 'vendor'
export type JointDuty = Bilingual & { id: string; responsible: Party | 'both' }

export type TemplateSchedule = Bilingual & {
  id: ScheduleId
  table?: TemplateColumn[]
  form?: TemplateColumn[]
  note?: Bilingual
  empty_text?: Bilingual
  words?: Record<string, Bilingual>
  joint_duties?: JointDuty[]
  required_roles?: string[]
}

/** Schedule 4 as templates/agreements/access-log-specification.yaml writes it. */
export type LogSpecification = {
  version: string
  columns: TemplateColumn[]
  needs: Record<string, Bilingual>
  fields: { field: string; need: string; type: Bilingual; meaning: Bilingual }[]
  notes: Bilingual[]
  recipients: Bilingual
  no_recipients: Bilingual
}

/** How an accepted answer reads in Schedule 2, as templates/agreements/security-commitments.yaml writes it. */
export type CommitmentRule = Bilingual & {
  q: string
  answers?: Record<string, Bilingual>
  option?: { omit: string[] }
  text?: Bilingual
  place?: Bilingual
}
export type CommitmentLibrary = { version: string; sections: string[]; commitments: CommitmentRule[] }

export type CompletenessLibrary = {
  version: string
  sources: (Bilingual & { id: string })[]
  requirements: Requirement[]
}
export type Requirement = Bilingual & {
  id: string
  source: string
  article: string
  when?: Condition
  all_of?: string[]
  any_of?: string[]
  schedules?: ScheduleId[]
}

export type AgreementTemplate = {
  version: string
  template_id: string
  sections: (Bilingual & { id: string })[]
  exclusive_groups: { id: string; exactly_one: boolean }[]
  places: Record<string, Bilingual>
  parameters: Parameter[]
  clauses: Clause[]
  schedules: TemplateSchedule[]
}

/** Something that stops generation or that the drafter must mend: a message key and its values. */
export type DraftProblem = { code: string; data: Record<string, string | number> }
