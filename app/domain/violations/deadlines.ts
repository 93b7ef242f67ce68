import { addBusinessDays, type BusinessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { endOfLocalDay, localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { CaseState } from './case.ts'
import type { Severity } from './severity.ts'

/** An hour period runs from the exact minute; a day period ends at 24:00 of `dueOn`, which is `dueAt` (audit.yaml counting). */
export interface Deadline {
  dueAt: Date
  dueOn: string
}

export interface Clock {
  calendar: BusinessCalendar
  zone: string
}

type Period = { hours: number } | { businessDays: number }

/** How long a case may stay in a state, for critical cases and for all others (violations.yaml states.sla). */
const CASE_SLA: Partial<Record<CaseState, { critical: Period; other: Period }>> = {
  suspected: { critical: { hours: 4 }, other: { businessDays: 1 } },
  investigating: { critical: { businessDays: 3 }, other: { businessDays: 10 } },
  vendor_response: { critical: { hours: 24 }, other: { businessDays: 3 } },
  downgrade_review: { critical: { businessDays: 2 }, other: { businessDays: 2 } },
  must_terminate: { critical: { businessDays: 1 }, other: { businessDays: 1 } },
}

/** The end of a case's time in its state; undefined for states without a clock. `enteredAt` is its first entry into the state. */
export function caseDeadline(violationCase: { state: CaseState; severity: Severity }, enteredAt: Date, clock: Clock): Deadline | undefined {
  const sla = CASE_SLA[violationCase.state]
  if (!sla) return undefined
  const period = violationCase.severity === 'critical' ? sla.critical : sla.other
  return 'hours' in period ? hoursAfter(enteredAt, period.hours, clock) : businessDaysAfter(enteredAt, period.businessDays, clock)
}

/** The termination notice has to be out by the end of the next business day (W-06, N-10). */
export function noticeDeadline(mustTerminateAt: Date, clock: Clock): Deadline {
  return businessDaysAfter(mustTerminateAt, 1, clock)
}

export function hoursAfter(start: Date, hours: number, clock: Clock): Deadline {
  const dueAt = new Date(start.getTime() + hours * 3_600_000)
  return { dueAt, dueOn: localDate(dueAt, clock.zone) }
}

export function businessDaysAfter(start: Date, days: number, clock: Clock): Deadline {
  return endOf(addBusinessDays(localDate(start, clock.zone), days, clock.calendar), clock)
}

/** The deadline that ends with this local day. */
export function endOf(dueOn: string, clock: Clock): Deadline {
  return { dueAt: endOfLocalDay(dueOn, clock.zone), dueOn }
}
