import { addBusinessDays, type BusinessCalendar } from '#app/domain/organisations/business-calendar.ts'
import { localDate, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import type { AuditState } from './audit.ts'

interface AuditNotice {
  notifiedAt: Date
  /** A special audit needs 24 hours, an ordinary one `noticeDays` business days (DPA-26 audit_notice_days). */
  special: boolean
  noticeDays: number
  calendar: BusinessCalendar
  zone: string
}

/** The earliest instant an audit may start after its notice. */
export function earliestAuditStart(notice: AuditNotice): Date {
  if (notice.special) return new Date(notice.notifiedAt.getTime() + 24 * 3_600_000)
  const notified = localDate(notice.notifiedAt, notice.zone)
  return localMidnight(addBusinessDays(notified, notice.noticeDays, notice.calendar), notice.zone)
}

/** Business days the vendor has to comment on a draft report (programme.transitions). */
const COMMENT_DAYS = 5

/** The last day for the vendor's comments and plans; after it the reviewer may close without them. */
export function commentsDueOn(sentOn: string, calendar: BusinessCalendar): string {
  return addBusinessDays(sentOn, COMMENT_DAYS, calendar)
}

/** A vendor delays (V-07) with no access 10 business days after the agreed start and 5 after a written reminder. */
export function delayIsObstruction(delay: { agreedStart: string; remindedOn?: string }, today: string, calendar: BusinessCalendar): boolean {
  if (!delay.remindedOn) return false
  return today > addBusinessDays(delay.agreedStart, 10, calendar) && today > addBusinessDays(delay.remindedOn, 5, calendar)
}

/** Computed, never stored: past due and not closed; a refused audit stays so until a later one is completed or the vendor has ended. */
export function auditIsOverdue(
  audit: { state: AuditState; dueEffective: string; laterAuditCompleted?: boolean; vendorEnded?: boolean },
  today: string,
): boolean {
  if (audit.state === 'closed' || audit.state === 'cancelled_terminated' || audit.vendorEnded) return false
  if (audit.state === 'refused' && audit.laterAuditCompleted) return false
  return today > audit.dueEffective
}
