import type { AnswerValue, Question } from '../questionnaires/template.ts'
import type { Assurance } from '../scoring/assurance.ts'
import type { AnswerWords } from './answer-words.ts'
import type { ReviewReason } from './review-reasons.ts'

export type ReviewDocument = {
  evidenceId: string
  fileId: string
  fileName: string
  sizeBytes: number
  sha256: string
  issuedOn: string | null
  expiresOn: string | null
  attachedAt: Date
  verdict: 'verified' | 'certified' | 'rejected' | null
  verdictReason: string | null
  kind: string
  withdrawn: boolean
  /** Other questions that the same document supports. */
  alsoFor: string[]
}

/** One answer as the reviewer's page shows it, in one language. */
export type ReviewAnswer = {
  id: string
  section: string
  weight: number
  type: Question['type']
  question: string
  clauses: string[]
  unit?: string
  options: { v: string; label: string }[]
  /** As the vendor gave it. */
  value?: AnswerValue
  words: AnswerWords
  last?: AnswerWords
  note?: string
  isNa: boolean
  naReason?: string
  naStatus?: 'pending' | 'accepted' | 'refused'
  correction?: { words: AnswerWords; value: AnswerValue; reason: string; by: string }
  a: number
  e: number
  status: Assurance
  /** What it takes away from control effectiveness, in basis points. */
  costBp: number
  finding?: { text: string; severity: string; dueDays: number; preContract: boolean }
  knockouts: { code: string; text: string }[]
  /** What would prove it. */
  proof?: string
  documents: ReviewDocument[]
  asked: { id: string; question: string; sent: boolean; reply?: string }[]
  notes: { id: string; body: string; author: string; at: Date }[]
  reasons: ReviewReason[]
  reviewed: boolean
  /** Nothing left to do here. */
  settled: boolean
}
