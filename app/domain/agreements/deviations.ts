import { isCalendarDate } from '../organisations/calendar-dates.ts'
import type { Bilingual } from './template.ts'

/** A departure from the library that compliance approves; printed on the approval sheet, never in the contract. */
export type Deviation = {
  clauseId: string
  /** Set when a value was loosened, unset when the wording was changed. */
  parameterId?: string
  old: Bilingual
  new: Bilingual
  reason: string
  approvedBy?: string
  /** Calendar date. */
  approvedOn?: string
}

/** Complete: clause, both texts, reason, approver, date (agreement.yaml generation_rules, deviation record). */
export function isApproved(deviation: Deviation): boolean {
  const filled = [deviation.reason, deviation.approvedBy, deviation.new.zh, deviation.new.en].every((each) => (each ?? '').trim() !== '')
  return filled && isCalendarDate(deviation.approvedOn)
}

/** The approved loosening of one value, if there is one. */
export function approvedValue(deviations: Deviation[], parameterId: string): Deviation | undefined {
  return deviations.find((each) => each.parameterId === parameterId && isApproved(each))
}

/** The changed wording of one clause, approved or not. */
export function wordingDeviation(deviations: Deviation[], clauseId: string): Deviation | undefined {
  return deviations.find((each) => each.clauseId === clauseId && each.parameterId === undefined)
}
