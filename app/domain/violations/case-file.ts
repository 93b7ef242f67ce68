import type { CaseState, ViolationClass } from './case.ts'
import type { Severity } from './severity.ts'
import type { StepBlocker } from './step-owners.ts'
import type { TerminationStep } from './termination.ts'
import type { Spoken, Violation, WorkflowStep } from './violation.ts'

/** What a reviewer of a downgrade wrote. */
type Opinion = { userId: string; name: string; reason: string; at: string }

/** The columns of a case that its page shows. */
type CaseRecord = {
  id: string
  ref: string
  vendorId: string
  violationId: string
  class: ViolationClass
  severity: Severity
  aggravated: boolean
  state: CaseState
  source: string
  detectedBy: string | null
  reportedBy: { name: string }
  facts: string
  scope: string | null
  subjectsAffected: number | null
  firstOn: string | null
  lastOn: string | null
  detectedAt: Date
  createdAt: Date
  triagedAt: Date | null
  investigatingAt: Date | null
  investigatorId: string | null
  dismissProposedBy: string | null
  dismissReason: string | null
  statement: string | null
  statementSentAt: Date | null
  vendorStatement: string | null
  vendorRepliedAt: Date | null
  confirmedAt: Date | null
  approvedBy: string | null
  decisionReason: string | null
  headOpinion: Opinion | null
  legalOpinion: Opinion | null
  conditions: string | null
  mustTerminateAt: Date | null
  noticeIssuedAt: Date | null
  closedAt: Date | null
}

export type StepLine = TerminationStep & Pick<WorkflowStep, 'name' | 'deadline'> & { completeBlocker?: StepBlocker; waiveBlocker?: StepBlocker }

/** One entry of the case's trail. */
export type CaseEvent = { seq: number; at: Date; action: string; actorKind: string; actorName: string | null; data: Record<string, unknown> }

/** An alert that went out about the case. */
export type SentNotice = { id: string; alert: string; stage: string; severity: 'info' | 'warning' | 'high' | 'critical'; roles: string[]; raisedAt: Date }

export type CaseEvidenceItem = {
  id: string
  fileId: string | null
  description: string
  sha256: string | null
  name: string | null
  sizeBytes: number | null
  collectedAt: Date
  collectedBy: string | null
}

/** Everything that the page of a case shows, besides its steps. */
export type CaseFile = {
  violationCase: CaseRecord
  violation: Violation
  infoTypes: Spoken[]
  /** Names by user id. */
  people: Record<string, string>
  happenings: CaseEvent[]
  notices: SentNotice[]
  deadlineAt?: Date
  agreement?: { id: string; number: string }
  earlier?: { id: string; ref: string }
  finding?: { id: string; ref: string; dueOn: string }
}
