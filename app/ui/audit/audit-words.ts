import type { AuditState } from '#app/domain/audits/audit.ts'
import type { Outcome } from '#app/domain/audits/outcomes.ts'
import type { MarkName } from '../symbols.ts'

export const AUDIT_MARK: Record<AuditState, MarkName> = {
  planned: 'neutral',
  notified: 'waiting',
  fieldwork: 'running',
  draft_report: 'running',
  vendor_response: 'waiting',
  closed: 'ok',
  postponed: 'attention',
  refused: 'danger',
  cancelled_terminated: 'past',
}

export const OUTCOME_MARK: Record<Outcome, MarkName> = {
  conform: 'ok',
  observation: 'neutral',
  minor: 'attention',
  major: 'danger',
  critical: 'critical',
  not_applicable: 'past',
  not_tested: 'waiting',
}
