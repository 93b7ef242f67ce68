import { Temporal } from 'temporal-polyfill'
import { businessCalendar, MONDAY_TO_FRIDAY } from '#app/domain/organisations/business-calendar.ts'
import { endOfLocalDay, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { AUDIENCE_ROLES, type Alert, type AlertAction, type AlertSeverity, type AudienceRole, type Flag } from './alert.ts'
import { DEFAULT_ZONE, instantOf, isDown, subjectOf, ticksOf, type CaseEvent, type LadderCase, type Tick } from './ladder-case.ts'
import type { LadderAction, LadderEntry, RaisedStage, Reason, StageStatus } from './ladder-entry.ts'
import { advance } from './ladder.ts'
import type { Audience } from './recipients.ts'
import { nextClockInstant } from './schedule.ts'
import type { Snooze } from './snooze.ts'
import type { LadderSubject, Where } from './subject.ts'

/** `acted`: an action that was put off, without a message. `action` ran at `at`; `action_later` will run unless it is stopped. */
export type CaseRow = {
  at: string
  key: string
  alert: string
  stage: string
  nominal: string
  status: StageStatus | 'acted'
  reason?: Reason
  due: string | null
  severity: AlertSeverity
  recipients: string[]
  action: AlertAction[]
  action_later?: AlertAction[]
  flag?: Flag
}

type World = {
  subject: LadderSubject
  history: (LadderEntry & { key: string })[]
  snoozes: Snooze[]
  vacant: AudienceRole[]
  rows: CaseRow[]
}

/**
 * Plays a case: what the ladder would record at every run, each role standing for the person who holds it. Between daily runs the
 * clock stages go out at their minute. Throws RangeError for an alert, time or zone that does not exist.
 */
export function runLadder(story: LadderCase, alerts: Alert[]): CaseRow[] {
  const where: Where = {
    calendar: story.calendar ? businessCalendar({ holidays: story.calendar.holidays, workDays: story.calendar.work_days }) : MONDAY_TO_FRIDAY,
    zone: story.zone ?? DEFAULT_ZONE,
  }
  const playing = [story.alert].flat().map((id) => {
    const alert = alerts.find((each) => each.id === id)
    if (!alert) throw new RangeError(`no such alert: ${id}`)
    return alert
  })
  const ticks = ticksOf(story, where)
  const world: World = { subject: subjectOf(story, ticks, where), history: [], snoozes: [], vacant: [], rows: [] }
  const end = story.daily && endOfLocalDay(story.daily.to, where.zone)
  ticks.forEach((tick, index) => {
    if (tick.event) happen(world, tick.event, tick.at, where)
    play(world, playing, tick, where)
    const before = ticks[index + 1]?.at ?? end
    if (end && before && before <= end) playClocks(world, playing, { after: tick.at, before, story, where })
  })
  return world.rows
}

function happen(world: World, event: CaseEvent, at: Date, { zone }: Where) {
  const before = world.subject
  world.subject = {
    ...before,
    ...(event.stop && { stoppedAt: at }),
    ...(event.due !== undefined && event.due !== before.due && { due: event.due, dueSince: at }),
    ...(event.clock_end !== undefined && { clockEnd: instantOf(event.clock_end, zone) }),
    ...(event.raised && { raisedAt: at }),
    ...(event.vendor_in_exit !== undefined && { vendorInExit: event.vendor_in_exit }),
    facts: { ...before.facts, ...event.facts },
  }
  world.vacant = event.vacant ?? world.vacant
  for (const who of event.snooze?.who ?? []) world.snoozes.push({ id: who, until: instantOf(event.snooze?.until ?? event.at, zone) })
  const acknowledged = world.history.filter((entry) => entry.stage === event.acknowledge && entry.status === 'sent').at(-1)
  if (acknowledged) acknowledged.ackedAt = at
}

type Span = { after: Date; before: Date; story: LadderCase; where: Where }

function playClocks(world: World, playing: Alert[], { after, before, story, where }: Span) {
  for (let last = after; ; ) {
    const next = playing
      .flatMap((alert) => nextClockInstant(alert, world.subject, last, where) ?? [])
      .sort((a, b) => a.getTime() - b.getTime())[0]
    if (!next || next >= before) return
    if (!isDown(localDate(next, where.zone), story.daily)) play(world, playing, { at: next }, where)
    last = next
  }
}

function play(world: World, playing: Alert[], { at, only }: Tick, where: Where) {
  for (const alert of playing) {
    const { subject, history, snoozes, vacant } = world
    const { raise, actions } = advance({ alert, subject, history, now: at, where, snoozes, only, audience: everyRoleBut(vacant) })
    const time = localTime(at, where.zone)
    for (const stage of raise) remember(world, stage, at)
    const rows = raise.map((stage) => rowOf(stage, time, actions.filter((action) => action.key === stage.key)))
    const alone = actions.filter((action) => !raise.some((stage) => stage.key === action.key))
    for (const action of actions) world.history.find((entry) => entry.key === action.key)?.done?.push(action.action)
    world.rows.push(...alone.map((action) => actedRow(world, action, time)), ...rows)
  }
}

function remember(world: World, stage: RaisedStage, at: Date) {
  const { key, alert, mark, due, status, severity, recipients } = stage
  world.history = world.history.filter((entry) => entry.key !== key)
  world.history.push({ key, alert, stage: stage.stage, mark, due, status, severity, recipients, raisedAt: at, done: [] })
}

function rowOf(stage: RaisedStage, at: string, ran: LadderAction[]): CaseRow {
  const action = ran.map((each) => each.action)
  const later = (stage.later ?? []).filter((each) => !action.includes(each))
  return {
    at,
    key: stage.key,
    alert: stage.alert,
    stage: stage.stage,
    nominal: stage.on,
    status: stage.status,
    ...(stage.reason && { reason: stage.reason }),
    due: stage.due ?? null,
    severity: stage.severity,
    recipients: stage.recipients.map((person) => person.id),
    action,
    ...(later.length > 0 && { action_later: later }),
    ...(stage.flag && { flag: stage.flag }),
  }
}

function actedRow(world: World, action: LadderAction, at: string): CaseRow {
  const severity = world.history.find((entry) => entry.key === action.key)?.severity ?? 'info'
  return {
    at,
    key: action.key,
    alert: action.alert,
    stage: action.stage,
    nominal: action.on,
    status: 'acted',
    due: action.due ?? null,
    severity,
    recipients: [],
    action: [action.action],
  }
}

function everyRoleBut(vacant: AudienceRole[]): Audience {
  const held = AUDIENCE_ROLES.filter((role) => !vacant.includes(role))
  return Object.fromEntries(held.map((role) => [role, [{ id: role, kind: role === 'vendor' ? 'contact' : 'member' }]]))
}

function localTime(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
