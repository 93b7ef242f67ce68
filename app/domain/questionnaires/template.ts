/** The parsed questionnaire file, as templates/questionnaires/*.yaml writes it (keys as in the file). */
export type QuestionnaireTemplate = {
  version: string
  template_id: string
  languages: string[]
  conventions: {
    evidence_missing_finding: EvidenceFinding
    evidence_stale_finding: EvidenceFinding
  } & Record<string, unknown>
  evidence_types: EvidenceType[]
  facts: Fact[]
  intake: Bilingual & { id: string; audience: string; items: IntakeItem[] }
  sections: Section[]
  knockouts: Knockout[]
  profiles: Record<string, Profile>
  consistency_checks: ConsistencyCheck[]
  questions: Question[]
}

export type Bilingual = { zh: string; en: string }

export const TIERS = ['T1', 'T2', 'T3', 'T4'] as const
export type Tier = (typeof TIERS)[number]

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

export const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const QUESTION_TYPES = ['yesno', 'single', 'multi', 'text', 'number', 'date', 'file', 'table'] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

export const COLUMN_TYPES = ['text', 'single', 'multi', 'yesno', 'number', 'date', 'country'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

export const EVIDENCE_MODES = ['none', 'optional', 'required', 'self'] as const
export type EvidenceMode = (typeof EVIDENCE_MODES)[number]

/** max_age_months null and use_expiry_date true: valid until the date that the document itself carries. */
export type EvidenceType = Bilingual & { id: string; max_age_months: number | null; use_expiry_date?: boolean }

type Fact = Bilingual & { id: string; when: Condition }

type Section = Bilingual & { id: string; weight: number }

export type Knockout = Bilingual & {
  code: string
  kind: 'hard' | 'soft'
  clauses: string[]
  effect: string
  overridable: boolean
}

export type Profile = Bilingual & { tiers: Tier[]; questions: 'all' | string[] }

export type ConsistencyCheck = Bilingual & { id: string; when: Condition }

/** `explain`: whoever chooses it must say more in a note. `blocks`: choosing it stops the submission. */
type IntakeOption = Bilingual & {
  v: string
  points?: number
  exclusive?: boolean
  blocks?: boolean
  explain?: boolean
} & Record<string, unknown>

type IntakeBand = { lte: number; points: number } | { else: number }

export type IntakeItem = Bilingual & {
  id: string
  type: QuestionType
  required: boolean
  required_if?: Condition
  dimension?: Dimension
  options?: IntakeOption[]
  columns?: Column[]
  bands?: IntakeBand[]
  unit?: string
  integer?: boolean
  format?: 'registration_number'
  after?: { item: string; max_months: number }
  note?: Bilingual
  clauses: string[]
}

type Option = Bilingual & { v: string; score: number; exclusive?: boolean } & Record<string, unknown>

/** Bands are tried top to bottom; `else` closes the list. */
export type AnswerBand =
  | { lte: number; score: number }
  | { gte: number; score: number }
  | { age_months_lte: number; score: number }
  | { else: number }

/** `catalogue:info_types` offers the information types of IN-06, `chosen:IN-nn` only those chosen in that intake item. */
type ColumnOptions = (Bilingual & { v: string })[] | 'catalogue:info_types' | `chosen:${string}`

export type Column = Bilingual & { id: string; type: ColumnType; required: boolean; options?: ColumnOptions }

type TableScoring =
  | { rule: 'complete_rows'; min_rows: number }
  | { rule: 'required_values'; column: string; values: string[]; score_each: number }

type EvidenceRule = { mode: EvidenceMode; types?: string[]; when?: Condition; zh?: string; en?: string }

export type EvidenceFinding = Bilingual & { severity: Severity; due_days: number }

export type FindingRule = Bilingual & { when: Condition; severity: Severity; due_days: number; pre_contract: boolean }

type KnockoutRule = { when: Condition; code: string; only_tiers?: Tier[] }

export type Question = Bilingual & {
  id: string
  section: string
  type: QuestionType
  weight: number
  required: boolean
  na_allowed: boolean
  help?: Bilingual
  show_if?: Condition
  options?: Option[]
  bands?: AnswerBand[]
  unit?: string
  range?: { min: number; max: number }
  columns?: Column[]
  table_scoring?: TableScoring
  evidence: EvidenceRule
  clauses: string[]
  map?: Record<string, string[]>
  knockouts?: KnockoutRule[]
  findings?: FindingRule[]
}

export const OPS = [
  'eq', 'ne', 'in', 'contains', 'not_contains', 'gt', 'gte', 'lt', 'lte', 'answered', 'unanswered', 'score_lt',
  'age_months_gt', 'age_months_lte', 'any_option_flag', 'option_flag', 'any_cell_in', 'any_cell_not_home',
] as const
export type Op = (typeof OPS)[number]

export type Comparison = {
  op: Op
  v?: string | number | boolean | (string | number)[]
  flag?: string
  column?: string
}

/** A comparison without q, intake or fact speaks of the question that it is written in. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; op: 'eq'; v: boolean }
  | ({ q: string } & Comparison)
  | ({ intake: string } & Comparison)
  | Comparison

export type TableCell = string | number | string[]
export type TableRow = Record<string, TableCell | undefined>
/** single, yesno, text, date: string · number: number · multi, file: list of strings · table: list of rows. */
export type AnswerValue = string | number | string[] | TableRow[]

export const EVIDENCE_STATUSES = ['verified', 'certified', 'provided', 'stale', 'attested', 'missing', 'rejected'] as const
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number]

/** One stored answer. `corrected` is the reviewer's value and outranks the vendor's; `na` replaces a value. */
export type Answer = {
  value?: AnswerValue
  corrected?: AnswerValue
  na?: 'pending' | 'accepted' | 'refused'
  justification?: string
  status?: EvidenceStatus
  /** The evidence was `certified` in the cycle before too, with no direct testing since (matters for T1). */
  certifiedLastCycle?: boolean
}

export type Answers = Readonly<Record<string, Answer | undefined>>
export type IntakeAnswers = Readonly<Record<string, AnswerValue | undefined>>
