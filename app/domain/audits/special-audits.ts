import { addDays, addMonths, earlierOf } from '#app/domain/organisations/calendar-dates.ts'
import { holding } from '#app/domain/state-machine.ts'
import { isHighOrCritical, type Severity } from '#app/domain/violations/severity.ts'
import { type Band, BANDS, FIRST_AUDIT_MONTHS, type Tier } from './due-dates.ts'

/** Events that call for an audit outside the cycle (calendar.special_audit_triggers and behaviour). */
export const SPECIAL_AUDIT_TRIGGERS = [
  'serious_violation',
  'incident',
  'log_gap',
  'vendor_change',
  'regulator_request',
  'band_fell_by_two',
  'higher_tier_scope',
] as const
export type SpecialAuditTrigger = (typeof SPECIAL_AUDIT_TRIGGERS)[number]

const LONG_LOG_GAP_DAYS = 14
const SPECIAL_AUDIT_DAYS = 30

interface VendorEvents {
  /** Severity of a suspected or confirmed case. */
  caseSeverity?: Severity
  incidentTouchesCustomerInformation?: boolean
  logGapDays?: number
  changed?: 'ownership' | 'place' | 'subprocessor'
  regulatorAsked?: boolean
  band?: { before: Band; after: Band }
  /** A renewal or new agreement whose scope falls into a heavier tier. */
  scopeTierRaised?: boolean
}

/** The reasons for a special audit that the events give, none when there is no need. */
export function specialAuditTriggers(events: VendorEvents): SpecialAuditTrigger[] {
  const { band } = events
  return holding({
    serious_violation: events.caseSeverity !== undefined && isHighOrCritical(events.caseSeverity),
    incident: events.incidentTouchesCustomerInformation,
    log_gap: (events.logGapDays ?? 0) > LONG_LOG_GAP_DAYS,
    vendor_change: events.changed !== undefined,
    regulator_request: events.regulatorAsked,
    band_fell_by_two: band !== undefined && BANDS.indexOf(band.after) - BANDS.indexOf(band.before) >= 2,
    higher_tier_scope: events.scopeTierRaised,
  })
}

/** 30 days after the trigger; a scope of a heavier tier has that tier's months for a first audit (programme.yaml special_audit_due). */
export function specialAuditDue(audit: { trigger: SpecialAuditTrigger; raisedOn: string; tier: Tier; regularDue?: string }): string {
  const due =
    audit.trigger === 'higher_tier_scope'
      ? addMonths(audit.raisedOn, FIRST_AUDIT_MONTHS[audit.tier])
      : addDays(audit.raisedOn, SPECIAL_AUDIT_DAYS)
  return audit.regularDue && audit.regularDue > audit.raisedOn ? earlierOf(due, audit.regularDue) : due
}
