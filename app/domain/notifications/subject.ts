import type { BusinessCalendar } from '#app/domain/organisations/business-calendar.ts'
import type { Facts } from './condition.ts'

/** What an alert is about, as it is known at the moment of a run. Dates are local, written YYYY-MM-DD. */
export type LadderSubject = {
  /** Unique among the subjects of one alert: everything of the key besides due and stage. */
  id: string
  /** Values for the other places of `dedup_key`, such as period or step; a place without one takes `id`. */
  parts?: Readonly<Record<string, string>>
  /** The instant from which the alert's condition held. */
  openedAt: Date
  /** The day that D+n and +nd count from; the local day of `openedAt` when it is not another, such as received_on. */
  startOn?: string
  due?: string
  /** The instant at which `due` took its present value; `openedAt` when it never moved. */
  dueSince?: Date
  /** The due the subject began with, when it has been extended since (ruling 13). */
  firstDue?: string
  /** A later instant that opens the alert again and restarts its clocks, such as a case's severity raised (N-09). */
  raisedAt?: Date
  /** Begin and end of "n% of clock"; hours and business days count from the begin too. */
  clockStart?: Date
  clockEnd?: Date
  /** log_grace_days of the agreement. */
  graceDays?: number
  /** The last day that R7.3.1 allows; N-02 CAP fires on the day after. */
  legalCap?: string
  /** The instant at which `stop_when` became true. */
  stoppedAt?: Date
  facts?: Facts
  variant?: string
  /** The vendor is being ended: it no longer hears alerts with `vendor_in_exit: false` (ruling 9). */
  vendorInExit?: boolean
}

/** An organisation's business days and its IANA time zone. */
export type Where = { calendar: BusinessCalendar; zone: string }
