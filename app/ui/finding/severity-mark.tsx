import type { FindingSeverity } from '#app/domain/findings/finding-status.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'

const MARK: Record<FindingSeverity, MarkName> = { critical: 'critical', high: 'danger', medium: 'attention', low: 'neutral' }

/** How grave a finding is: mark and word. */
export function SeverityMark({ severity }: { severity: FindingSeverity }) {
  const t = useT()
  return <Status mark={MARK[severity]}>{t(`status.severity.${severity}`)}</Status>
}
