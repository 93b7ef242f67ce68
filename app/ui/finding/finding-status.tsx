import type { FindingStatus } from '#app/domain/findings/finding-status.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'

const MARK: Record<FindingStatus, MarkName> = { open: 'attention', plan_received: 'running', fixed: 'running', verified: 'ok', rejected: 'danger', accepted: 'past' }

export function FindingStatusMark({ status }: { status: FindingStatus }) {
  const t = useT()
  return <Status mark={MARK[status]}>{t(`status.finding.${status}`)}</Status>
}
