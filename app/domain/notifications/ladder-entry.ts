import type { Alert, AlertAction, AlertSeverity, AudienceRole, Flag } from './alert.ts'
import type { Audience, Recipient } from './recipients.ts'
import type { Snooze } from './snooze.ts'
import type { LadderSubject, Where } from './subject.ts'

export type StageStatus = 'sent' | 'skipped' | 'cancelled'

/** A stage already decided for this subject, of this alert or of its family; `done` are the actions that ran at it. */
export type LadderEntry = {
  alert: string
  stage: string
  mark?: string
  due?: string
  status: StageStatus
  severity: AlertSeverity
  raisedAt: Date
  recipients: Recipient[]
  ackedAt?: Date
  done?: AlertAction[]
}

/** Why a stage was not sent. */
export type Reason = 'missed' | 'handed_over' | 'snoozed' | 'nobody' | 'replaced' | 'moved'

/**
 * A stage decided by this run. `on` and `at` say when it should have fired, `roles` whom it names, `missing` the roles nobody
 * holds. A cancelled key may come back as sent when a due date moves back: keep the last decision for each key.
 */
export type RaisedStage = {
  key: string
  alert: string
  stage: string
  mark?: string
  due?: string
  status: StageStatus
  reason?: Reason
  severity: AlertSeverity
  on: string
  at: Date
  roles: AudienceRole[]
  recipients: Recipient[]
  missing: AudienceRole[]
  /** Actions of the stage's own moment; `later` are those put off to midnight or the next run. */
  actions: AlertAction[]
  later?: AlertAction[]
  flag?: Flag
  ackBy?: Date
}

/** Something the system has to do now; to be recorded as `done` of the entry with this key. */
export type LadderAction = {
  action: AlertAction
  alert: string
  stage: string
  mark?: string
  due?: string
  key: string
  on: string
}

export type LadderInput = {
  alert: Alert
  subject: LadderSubject
  /** Everything decided so far for this subject, in any order. */
  history: LadderEntry[]
  now: Date
  where: Where
  audience: Audience
  snoozes?: Snooze[]
  /** `event`: only what leaves with an event's own transaction. */
  only?: 'event'
}

export type Advance = { raise: RaisedStage[]; actions: LadderAction[] }
