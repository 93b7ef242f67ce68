import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { ColumnType, Condition, QuestionType } from '#app/domain/questionnaires/template.ts'

export type OptionView = { v: string; label: string; exclusive?: boolean }
export type ColumnView = { id: string; type: ColumnType; label: string; required: boolean; options?: OptionView[] }
export type DocumentView = { id: string; fileId: string; name: string; sizeBytes: number; type: string; issuedOn?: string; expiresOn?: string }

/** A question as the vendor sees it, in one language: no scores, no weights, no verdicts. */
export type QuestionView = {
  id: string
  section: string
  type: QuestionType
  text: string
  help?: string
  options: OptionView[]
  columns: ColumnView[]
  unit?: string
  range?: { min: number; max: number }
  naAllowed: boolean
  required: boolean
  /** Clauses of the regulation that ask for it. */
  clauses: string[]
  /** `when`: only an answer that fulfils it calls for a document. */
  evidence?: { required: boolean; text?: string; types: string[]; when?: Condition }
  /** What must hold of the page's other answers for it to show; the parent is the first of them. */
  showIf?: Condition
  parentId?: string
  given: GivenAnswer
  revision: number
  documents: DocumentView[]
}
