import type { Severity } from '#app/domain/violations/severity.ts'
import type { Spoken } from '#app/domain/violations/violation.ts'
import type { AuditState } from './audit.ts'
import type { AuditDepth } from './checks.ts'
import type { Grade, Outcome } from './outcomes.ts'
import type { SpecialAuditTrigger } from './special-audits.ts'

/** The columns of an audit that its page shows. */
type AuditRecord = {
  id: string
  ref: string
  vendorId: string
  agreementId: string
  kind: 'first' | 'regular' | 'special'
  depth: AuditDepth
  state: AuditState
  trigger: SpecialAuditTrigger | null
  dueNominal: string
  dueEffective: string
  legalCap: string
  isMissed: boolean
  leadAuditorId: string | null
  auditorFirm: string | null
  startOn: string | null
  notifiedAt: Date | null
  sampleSeed: string | null
  postponeTo: string | null
  postponeProposedBy: string | null
  postponedAt: Date | null
  postponeReason: string | null
  reportSentAt: Date | null
  vendorComment: string | null
  vendorAnsweredAt: Date | null
  reviewerId: string | null
  score: number | null
  grade: Grade | null
  summary: string | null
  completedOn: string | null
  revision: number
}

/** What was found at one check. */
type CheckOutcome = { outcome: Outcome; note: string | null; evidence: string | null; fileId: string | null; causedByCompany: boolean; plan: string | null }

export type CheckLine = {
  id: string
  area: string
  name: Spoken
  test: Spoken
  evidence: Spoken
  sampling: Spoken
  clauses: string[]
  failSeverity: Severity
  result?: CheckOutcome
  previous?: Outcome
}

export type AuditEvent = { seq: number; at: Date; action: string; actorKind: string; actorName: string | null; data: Record<string, unknown> }

/** Everything that the page of an audit shows. */
export type AuditFile = {
  audit: AuditRecord
  agreement: { id: string; number: string }
  /** Names by user id. */
  people: Record<string, string>
  checks: CheckLine[]
  /** Ids of checks that still keep the report from being drafted. */
  gaps: { withoutOutcome: string[]; withoutEvidence: string[]; withoutReason: string[] }
  /** The score of what is recorded so far; undefined while nothing counts. */
  score?: { score: number; grade: Grade }
  findings: { id: string; ref: string; severity: Severity; dueOn: string; itemId: string }[]
  events: AuditEvent[]
  isOverdue: boolean
  commentsDueOn?: string
}
