import type { VendorStatus } from '#app/domain/vendors/vendor.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'

const MARK: Record<VendorStatus, MarkName> = {
  draft: 'waiting',
  intake: 'running',
  assessing: 'running',
  review: 'running',
  approved: 'ok',
  conditional: 'attention',
  rejected: 'danger',
  contracting: 'running',
  active: 'ok',
  suspended: 'attention',
  terminating: 'danger',
  terminated: 'past',
  banned: 'danger',
  withdrawn: 'past',
}

/** Where a vendor stands; `words` say more than the status alone, such as since when. */
export function VendorStatusMark({ status, words }: { status: VendorStatus; words?: string }) {
  const t = useT()
  return <Status mark={MARK[status]}>{words ?? t(`status.vendor.${status}`)}</Status>
}
