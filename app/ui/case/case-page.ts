import type { CaseFile } from '#app/domain/violations/case-file.ts'
import type { ShownEvidence } from './evidence-list.tsx'
import type { ShownStep } from './steps-table.tsx'

/** What the parts of a case's page read. */
export type CasePage = CaseFile & {
  evidence: ShownEvidence[]
  steps: ShownStep[]
  now: Date
  zone: string
  /** The address of the issued notice. */
  noticeTo?: string
  /** The reader's own id. */
  self: string
  may: Record<'triage' | 'investigate' | 'confirm' | 'review' | 'close' | 'issue' | 'step' | 'evidence', boolean>
}
