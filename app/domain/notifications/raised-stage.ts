import { alertKey } from './alert-key.ts'
import { holds } from './condition.ts'
import { ackBy } from './escalation.ts'
import type { RaisedStage, Reason } from './ladder-entry.ts'
import type { Ladder } from './ladder-state.ts'
import { resolveRecipients, rolesOf, type Recipient } from './recipients.ts'
import type { Occurrence } from './schedule.ts'
import { maySnooze, withoutSnoozers } from './snooze.ts'
import type { Moment } from './stage-moment.ts'

/** The stage as it goes out now: its roles resolved, without those who rest. */
export function sentStage(ladder: Ladder, each: Occurrence): RaisedStage {
  const { alert, subject, facts, audience, now } = ladder
  const roles = rolesOf(each.rung, alert, { facts, vendorInExit: subject.vendorInExit ?? false })
  const { recipients, missing } = resolveRecipients(roles, audience)
  if (recipients.length === 0) return skippedStage(ladder, each, 'nobody')
  const awake = maySnooze(alert, each.rung) ? withoutSnoozers(recipients, ladder.snoozes, now) : recipients
  if (awake.length === 0) return skippedStage(ladder, each, 'snoozed')
  const deadline = ackBy(each.rung.severity, now, each.rung.ack_hours)
  return {
    ...stageOf(ladder, each),
    status: 'sent',
    roles,
    recipients: awake,
    missing,
    ...(each.rung.flag && { flag: each.rung.flag }),
    ...(deadline && { ackBy: deadline }),
  }
}

export function skippedStage(ladder: Ladder, each: Occurrence, reason: Reason): RaisedStage {
  return { ...stageOf(ladder, each), status: 'skipped', reason }
}

export function cancelledStage(ladder: Ladder, each: Occurrence, due: string): RaisedStage {
  return { ...stageOf(ladder, each, due), status: 'cancelled', reason: 'moved', actions: [], later: undefined }
}

/** R and X: news to people who had been told, severity info (ruling 2). */
export function newsStage(ladder: Ladder, stage: 'R' | 'X', when: Moment, recipients: Recipient[], mark?: string): RaisedStage {
  const { alert, subject, where } = ladder
  return {
    key: alertKey(alert, subject, { stage, mark, zone: where.zone }),
    alert: alert.id,
    stage,
    ...(mark !== undefined && { mark }),
    ...(subject.due !== undefined && { due: subject.due }),
    status: 'sent',
    severity: 'info',
    on: when.on,
    at: when.at,
    roles: [],
    recipients,
    missing: [],
    actions: [],
  }
}

function stageOf({ alert, subject, where, facts }: Ladder, each: Occurrence, formerDue?: string): Omit<RaisedStage, 'status'> {
  const due = formerDue ?? subject.due
  const actions = (each.rung.action ?? []).filter((action) => holds(action.only, facts))
  const later = actions.filter((action) => action.when !== undefined).map((action) => action.do)
  return {
    key: alertKey(alert, subject, { stage: each.rung.stage, mark: each.mark, due, zone: where.zone }),
    alert: alert.id,
    stage: each.rung.stage,
    ...(each.mark !== undefined && { mark: each.mark }),
    ...(due !== undefined && { due }),
    severity: each.rung.severity,
    on: each.on,
    at: each.at,
    roles: each.rung.to,
    recipients: [],
    missing: [],
    actions: actions.filter((action) => action.when === undefined).map((action) => action.do),
    ...(later.length > 0 && { later }),
  }
}
