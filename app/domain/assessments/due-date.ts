import { Problem } from '#app/domain/errors.ts'
import { addDays, daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import type { VendorStatus } from '#app/domain/vendors/vendor.ts'
import { DAYS_TO_ANSWER, DAYS_UNTIL_WITHDRAWN } from './assessment.ts'

const LONGEST_DAYS_TO_ANSWER = 180

/** The due date that the dialog suggests (N-20: 14 days). */
export function suggestedDueDate(today: string): string {
  return addDays(today, DAYS_TO_ANSWER)
}

/** Throws invalid for a due date that is not after today or too far away. */
export function requireDueDate(dueOn: string, today: string): void {
  const days = daysBetween(today, dueOn)
  if (days < 1) refuse('assessments.due_not_after_today', { today })
  if (days > LONGEST_DAYS_TO_ANSWER) refuse('assessments.due_too_late', { latest: addDays(today, LONGEST_DAYS_TO_ANSWER) })
}

function refuse(key: string, data: Record<string, string>): never {
  throw new Problem('invalid', 'form.check', {}, [{ field: 'dueOn', key, data }])
}

/** A link opens the door until an unanswered request would be withdrawn. */
export function linkDays(today: string, dueOn: string): number {
  return Math.max(0, daysBetween(today, dueOn)) + DAYS_UNTIL_WITHDRAWN
}

/** The step of the vendor's machine that sending takes; `none` while it is being assessed, `supplied` when it stays active. */
export type SendingStep = 'start_assessment' | 'reassess' | 'none' | 'supplied'

/** Throws conflict when the vendor's status does not allow a questionnaire to be sent. */
export function sendingStep(vendor: { status: VendorStatus; reassessDueOn: string | null }, today: string): SendingStep {
  switch (vendor.status) {
    case 'intake':
      return 'start_assessment'
    case 'assessing':
      return 'none'
    case 'approved':
    case 'conditional':
      if (vendor.reassessDueOn !== null && vendor.reassessDueOn <= today) return 'reassess'
      throw new Problem('conflict', 'assessments.not_due')
    case 'active':
    case 'suspended':
      return 'supplied'
    default:
      throw new Problem('conflict', 'assessments.vendor_not_ready', { status: vendor.status })
  }
}
