import type { AgreementStatus } from '#app/domain/agreements/agreement.ts'
import type { AssessmentStatus } from '#app/domain/assessments/assessment.ts'
import type { AuditState } from '#app/domain/audits/audit.ts'
import type { CaseState } from '#app/domain/violations/case.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'

const ENGAGEMENT: Record<'draft' | 'submitted' | 'withdrawn', MarkName> = { draft: 'waiting', submitted: 'ok', withdrawn: 'past' }

export function EngagementStatusMark({ status }: { status: keyof typeof ENGAGEMENT }) {
  const t = useT()
  return <Status mark={ENGAGEMENT[status]}>{t(`engagements.status.${status}`)}</Status>
}

const ASSESSMENT: Record<AssessmentStatus, MarkName> = {
  invited: 'waiting', in_progress: 'running', submitted: 'running', in_review: 'running', returned: 'attention', decided: 'ok', withdrawn: 'past',
}

export function AssessmentStatusMark({ status }: { status: AssessmentStatus }) {
  const t = useT()
  return <Status mark={ASSESSMENT[status]}>{t(`status.assessment.${status}`)}</Status>
}

const FINDING = { open: 'waiting', plan_received: 'running', fixed: 'running', verified: 'ok', rejected: 'danger', accepted: 'past' } as const satisfies Record<string, MarkName>

export function FindingStatusMark({ status }: { status: keyof typeof FINDING }) {
  const t = useT()
  return <Status mark={FINDING[status]}>{t(`status.finding.${status}`)}</Status>
}

const SEVERITY = { low: 'neutral', medium: 'attention', high: 'danger', critical: 'critical' } as const satisfies Record<string, MarkName>

export function SeverityMark({ severity }: { severity: keyof typeof SEVERITY }) {
  const t = useT()
  return <Status mark={SEVERITY[severity]}>{t(`status.severity.${severity}`)}</Status>
}

const AGREEMENT: Record<AgreementStatus, MarkName> = {
  draft: 'waiting', in_review: 'running', sent: 'running', partially_signed: 'running', signed: 'ok', active: 'ok', expired: 'attention', terminated: 'danger',
  superseded: 'past', void: 'past',
}

export function AgreementStatusMark({ status }: { status: AgreementStatus }) {
  const t = useT()
  return <Status mark={AGREEMENT[status]}>{t(`status.agreement.${status}`)}</Status>
}

const AUDIT: Record<AuditState, MarkName> = {
  planned: 'waiting', notified: 'running', fieldwork: 'running', draft_report: 'running', vendor_response: 'running', closed: 'ok', postponed: 'attention',
  refused: 'danger', cancelled_terminated: 'past',
}

/** An audit's state; overdue ones say so by their mark. */
export function AuditStateMark({ state, overdue }: { state: AuditState; overdue: boolean }) {
  const t = useT()
  return <Status mark={overdue ? 'danger' : AUDIT[state]}>{t(`status.audit.${state}`)}</Status>
}

/** A case's state: what must end is critical, what is closed is past. */
export function CaseStateMark({ state }: { state: CaseState }) {
  const t = useT()
  const mark: MarkName =
    state === 'must_terminate' || state === 'terminating' ? 'critical' : state === 'confirmed' || state === 'remediation' ? 'danger' : state.startsWith('closed') || state === 'dismissed' ? 'past' : 'running'
  return <Status mark={mark}>{t(`status.case.${state}`)}</Status>
}
