import { LIVE_CAP, type LiveEvents } from '#app/domain/scoring/live-residual.ts'

type ReasonKind = 'inherent' | 'controls' | 'critical_cases' | 'high_cases' | 'other_cases' | 'audit_overdue' | 'overdue_findings' | 'log_gap' | 'closed' | 'cap' | 'unexplained'

/** One row of the table under the ruler: points and the residual after it, in hundredths. `count` is how many. */
export type Reason = { kind: ReasonKind; points: number; residualH: number; count?: number }

const POINTS: { kind: ReasonKind; of: (events: LiveEvents) => number; each: number }[] = [
  { kind: 'critical_cases', of: (events) => events.criticalCases, each: 1500 },
  { kind: 'high_cases', of: (events) => events.highCases, each: 800 },
  { kind: 'other_cases', of: (events) => events.otherCases, each: 300 },
  { kind: 'audit_overdue', of: (events) => Number(events.auditOverdue), each: 500 },
  { kind: 'overdue_findings', of: (events) => events.overdueHighFindings, each: 500 },
  { kind: 'log_gap', of: (events) => Number(events.logGap), each: 300 },
  { kind: 'closed', of: (events) => events.closedLast12Months, each: 200 },
]

/** The most that RR_live can be, in hundredths. */
const RESIDUAL_MAX = 10_000

/**
 * The residual taken apart, from inherent exposure to now (scoring.md §8, §12): the last row's residual is RR_live. Without
 * the decision's `irEff` the sum starts at what was decided.
 */
export function residualReasons({ irEff, residualH, events }: { irEff?: number; residualH: number; events: LiveEvents }): Reason[] {
  const rows: Reason[] =
    irEff === undefined
      ? [{ kind: 'unexplained', points: residualH, residualH }]
      : [
          { kind: 'inherent', points: irEff * 100, residualH: irEff * 100 },
          { kind: 'controls', points: residualH - irEff * 100, residualH },
        ]
  let added = 0
  for (const { kind, of, each } of POINTS) {
    const count = of(events)
    if (count === 0) continue
    added += count * each
    rows.push({ kind, points: count * each, residualH: residualH + added, count })
  }
  const live = Math.min(RESIDUAL_MAX, residualH + Math.min(LIVE_CAP, added))
  if (live < residualH + added) rows.push({ kind: 'cap', points: live - (residualH + added), residualH: live })
  return rows
}
