import { type BusinessCalendar, rollBack } from '#app/domain/organisations/business-calendar.ts'
import { addDays, addMonths, earlierOf } from '#app/domain/organisations/calendar-dates.ts'

export const TIERS = ['T1', 'T2', 'T3', 'T4'] as const
export type Tier = (typeof TIERS)[number]
export const BANDS = ['A', 'B', 'C', 'D', 'E'] as const
export type Band = (typeof BANDS)[number]

export const AUDIT_INTERVAL_MONTHS = { T1: 6, T2: 12, T3: 12, T4: 12 } as const satisfies Record<Tier, number>
export const FIRST_AUDIT_MONTHS = { T1: 3, T2: 6, T3: 9, T4: 12 } as const satisfies Record<Tier, number>
export const REASSESS_MONTHS = { T1: 12, T2: 12, T3: 24, T4: 36 } as const satisfies Record<Tier, number>
const SHORTEST_INTERVAL_MONTHS = 3
const LEGAL_CAP_MONTHS = 12
const MIN_SPACING_DAYS = 90

/** A nominal due date and the day of the month that later cycles return to; only `dueEffective` is ever rolled. */
export interface AuditDue {
  dueNominal: string
  anchorDay: number
}

/** 12 months after the last completed audit, or after the effective date for the first: nothing may pass it (R7.3.1). */
export function legalCap(completedOrEffectiveOn: string): string {
  return addMonths(completedOrEffectiveOn, LEGAL_CAP_MONTHS)
}

/** The first audit counts from the agreement's effective date (audit.yaml first_audit_due), capped by R7.3.1. */
export function firstAuditDue(effectiveOn: string, months: number): AuditDue {
  return dueFrom(effectiveOn, Math.min(months, LEGAL_CAP_MONTHS))
}

/**
 * The next nominal due date: an early audit pulls it forward, a late one does not push the cycle unless under 90 days
 * would remain, and it never passes the legal cap (audit.yaml next_audit_due, R7.3.1).
 */
export function nextAuditDue(cycle: {
  previousDue: string
  anchorDay?: number
  completedOn: string
  intervalMonths: number
}): AuditDue {
  const months = Math.min(cycle.intervalMonths, LEGAL_CAP_MONTHS)
  const afterCompletion = dueFrom(cycle.completedOn, months)
  const inCycle = dueFrom(cycle.previousDue, months, cycle.anchorDay)
  const spaced = addDays(cycle.completedOn, MIN_SPACING_DAYS)
  return earlierDue(afterCompletion, inCycle.dueNominal >= spaced ? inCycle : fixedDue(spaced))
}

/** The nominal date, or the business day before it; stored apart, so rolling never drifts (audit.yaml due_effective). */
export function dueEffective(dueNominal: string, calendar: BusinessCalendar): string {
  return rollBack(dueNominal, calendar)
}

/**
 * Months between audits by tier, shortened by the rating: band C halves (not below 3), D, E or an override of a
 * rejection make it 3; an agreement that asks for more audits a year shortens it too (scoring.md §11).
 */
export function auditIntervalMonths(vendor: { tier: Tier; band: Band; overridden?: boolean; auditsPerYear?: number }): number {
  const agreed = Math.max(1, Math.floor(12 / (vendor.auditsPerYear ?? 1)))
  const months = Math.min(AUDIT_INTERVAL_MONTHS[vendor.tier], agreed)
  if (vendor.overridden || vendor.band === 'D' || vendor.band === 'E') return Math.min(months, SHORTEST_INTERVAL_MONTHS)
  if (vendor.band === 'C') return Math.min(months, Math.max(SHORTEST_INTERVAL_MONTHS, Math.floor(months / 2)))
  return months
}

/** A change of tier or rating may pull an open audit forward and never moves it later (audit.yaml behaviour). */
export function recomputeAuditDue(cycle: { current: AuditDue; lastCompletedOn: string; intervalMonths: number }): AuditDue {
  return earlierDue(cycle.current, dueFrom(cycle.lastCompletedOn, Math.min(cycle.intervalMonths, LEGAL_CAP_MONTHS)))
}

/** As `recomputeAuditDue`, while no audit has been completed yet: counted from the effective date. */
export function recomputeFirstAuditDue(cycle: { current: AuditDue; effectiveOn: string; months: number }): AuditDue {
  return earlierDue(cycle.current, firstAuditDue(cycle.effectiveOn, cycle.months))
}

/** True once the legal cap has passed without a completed audit; the record stays after a late one (audit.yaml behaviour). */
export function cycleWasMissed(cycle: { legalCap: string; completedOn?: string }, today: string): boolean {
  return (cycle.completedOn ?? today) > cycle.legalCap
}

/** Active on 1 October and nothing completed in that calendar year: listed in IC-13 of the fourth quarter. */
export function missesCalendarYear(vendor: { activeOnFirstOfOctober: boolean; completedOn: readonly string[] }, year: number): boolean {
  return vendor.activeOnFirstOfOctober && !vendor.completedOn.some((date) => Number(date.slice(0, 4)) === year)
}

/** Last business day of a quarter written 2026Q1; throws RangeError for anything else (audit.yaml CAL-03). */
export function quarterDue(quarter: string, calendar: BusinessCalendar): string {
  const [, year, number] = /^(\d{4})Q([1-4])$/.exec(quarter) ?? []
  if (!year || !number) throw new RangeError(`not a quarter: ${quarter}`)
  const lastMonth = String(Number(number) * 3).padStart(2, '0')
  return rollBack(addMonths(`${year}-${lastMonth}-01`, 0, 31), calendar)
}

/** The day a quarter's checks open: day 1 of its last month (audit.yaml CAL-03). */
export function quarterOpens(quarter: string, calendar: BusinessCalendar): string {
  return `${quarterDue(quarter, calendar).slice(0, 7)}-01`
}

/** CAL-05: months after the last approved assessment, by tier. */
export function reassessmentDue(approvedOn: string, tier: Tier): string {
  return addMonths(approvedOn, REASSESS_MONTHS[tier])
}

/** The day an access-log delivery is expected: last covered day + interval + 1 (accesslogs.md §5). */
export function logExpectedBy(coveredThrough: string, intervalDays: number): string {
  return addDays(coveredThrough, intervalDays + 1)
}

/** 30 calendar days after receipt, never moved by holidays (dsr.md §3, R5.2.2). */
export function dsrDue(receivedOn: string): string {
  return addDays(receivedOn, 30)
}

/** For individuals in the EU: one month or 30 days, whichever ends first (dsr.md §3). */
export function dsrDueGdpr(receivedOn: string): string {
  return earlierOf(dsrDue(receivedOn), addMonths(receivedOn, 1))
}

/** The internal target of a rights request: the business day at or before day 25 (dsr.md §3). */
export function dsrTarget(receivedOn: string, calendar: BusinessCalendar): string {
  return rollBack(addDays(receivedOn, 25), calendar)
}

/** What a vendor gets for its part of a rights request: its own days, but 5 days before the request's due date at the latest. */
export function dsrVendorDue(relay: { relayedOn: string; completeDays: number; requestDue: string }): string {
  return earlierOf(addDays(relay.relayedOn, relay.completeDays), addDays(relay.requestDue, -5))
}

function dueFrom(start: string, months: number, anchorDay = dayOf(start)): AuditDue {
  return { dueNominal: addMonths(start, months, anchorDay), anchorDay }
}

function fixedDue(date: string): AuditDue {
  return { dueNominal: date, anchorDay: dayOf(date) }
}

function earlierDue(a: AuditDue, b: AuditDue): AuditDue {
  if (a.dueNominal === b.dueNominal) return a.anchorDay <= b.anchorDay ? a : b
  return a.dueNominal < b.dueNominal ? a : b
}

function dayOf(date: string): number {
  return Number(date.slice(8))
}
