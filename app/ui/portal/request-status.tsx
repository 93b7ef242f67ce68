import type { AssessmentStatus } from '#app/domain/assessments/assessment.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'

const MARK: Record<AssessmentStatus, MarkName> = {
  invited: 'waiting',
  in_progress: 'running',
  submitted: 'ok',
  in_review: 'running',
  returned: 'attention',
  decided: 'ok',
  withdrawn: 'past',
}

/** How a questionnaire stands: mark and word. */
export function RequestStatus({ status }: { status: AssessmentStatus }) {
  const t = useT()
  return <Status mark={MARK[status]}>{t(`status.assessment.${status}`)}</Status>
}
