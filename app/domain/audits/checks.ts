import { addMonths } from '#app/domain/organisations/calendar-dates.ts'
import type { Severity } from '#app/domain/violations/severity.ts'
import type { Tier } from './due-dates.ts'

/** From the lightest to the deepest; each one includes those before it (audit.yaml programme.depths). */
export const AUDIT_DEPTHS = ['light', 'full', 'onsite'] as const
export type AuditDepth = (typeof AUDIT_DEPTHS)[number]

export interface AuditCheck<Condition> {
  id: string
  depths: readonly AuditDepth[]
  fail_severity: Severity
  applies_if?: Condition
}

/** The checks of an audit, in the programme's order; `holds` answers a condition from intake, facts and answers. */
export function applicableChecks<Condition, Check extends AuditCheck<Condition>>(
  checks: readonly Check[],
  depth: AuditDepth,
  holds: (condition: Condition) => boolean,
): Check[] {
  return checks.filter((check) => check.depths.includes(depth) && (check.applies_if === undefined || holds(check.applies_if)))
}

/**
 * Depth by tier: T1 on site every time, T2 on site once in two years and remote otherwise, T3 and T4 at the desk.
 * `lastOnsiteOn` is the effective date while there has been none; `nextDue` is when the audit after this one would fall due.
 */
export function auditDepth(audit: { tier: Tier; lastOnsiteOn: string; nextDue: string }): AuditDepth {
  if (audit.tier === 'T1') return 'onsite'
  if (audit.tier === 'T2') return audit.nextDue > addMonths(audit.lastOnsiteOn, 24) ? 'onsite' : 'full'
  return 'light'
}

/** For T1, certificates and third-party reports may not stand in for direct tests in two successive cycles (programme.independence). */
export function reportsMayReplaceTests(audit: { tier: Tier; replacedLastCycle: boolean }): boolean {
  return audit.tier !== 'T1' || !audit.replacedLastCycle
}

/** One audit may count for an agreement when every row of its Schedule 1 is in the audit's scope (calendar.behaviour). */
export function auditCovers(auditScope: readonly string[], scheduleRowIds: readonly string[]): boolean {
  return scheduleRowIds.every((id) => auditScope.includes(id))
}
