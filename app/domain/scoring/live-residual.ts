/** What has happened since onboarding. Counts are of open, confirmed violation cases by severity. */
export type LiveEvents = {
  criticalCases: number
  highCases: number
  otherCases: number
  auditOverdue: boolean
  overdueHighFindings: number
  logGap: boolean
  closedLast12Months: number
}

export const LIVE_CAP = 3000
const RESIDUAL_MAX = 10_000

/** RR_live in hundredths (scoring.md §12): never below RR_h, never more than 3000 above it, never over 10000. */
export function liveResidual(residual: number, events: LiveEvents): number {
  return Math.min(RESIDUAL_MAX, residual + Math.min(LIVE_CAP, surcharge(events)))
}

function surcharge(events: LiveEvents): number {
  return (
    1500 * events.criticalCases +
    800 * events.highCases +
    300 * events.otherCases +
    (events.auditOverdue ? 500 : 0) +
    500 * events.overdueHighFindings +
    (events.logGap ? 300 : 0) +
    200 * events.closedLast12Months
  )
}
