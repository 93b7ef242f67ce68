import { addDays, daysBetween, endOfLocalDay, localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { Alert, AlertStage } from './alert.ts'
import { holds, type Facts } from './condition.ts'
import type { Stage } from './stage.ts'
import { digestMoment, onDailyRun, repeatDays, stageMoment, startOn, timingOf, type Moment } from './stage-moment.ts'
import type { LadderSubject, Where } from './subject.ts'

/** `event` leaves with the event, `clock` at its minute, `day` with a daily run. */
type Pace = 'event' | 'clock' | 'day'

/** One stage of one subject with its place in time. `mark` tells repeats of one label apart. */
export type Occurrence = Moment & {
  rung: AlertStage
  /** Place in the ladder. */
  index: number
  mark?: string
  pace: Pace
  /** Its date moves with the due date. */
  dueBound: boolean
  applies: boolean
}

const PACE: Record<Stage['kind'], Pace> = {
  event: 'event',
  clock: 'clock',
  share: 'clock',
  digest: 'clock',
  day: 'day',
  repeat: 'day',
  legalCap: 'day',
  rescheduled: 'day',
  resolved: 'day',
}

/**
 * Every stage of a subject's ladder in the order of their instants, then of the ladder (ruling 5). Repeats are listed up to
 * the day `until`, a digest for the day of `now`. Stages whose condition does not hold are listed with `applies: false`.
 */
export function schedule(
  alert: Alert,
  subject: LadderSubject,
  { now, until, acknowledged, where }: { now: Date; until: string; acknowledged: boolean; where: Where },
): Occurrence[] {
  const facts = factsOf(alert, subject, where.zone)
  const rungs = applicableRungs(alert.ladder, facts)
  let base: Moment | undefined
  let baseDueBound = false
  const listed = rungs.flatMap(({ rung, index, applies: ruled }) => {
    const stage = timingOf(rung)
    const common = { rung, index, pace: PACE[stage.kind], applies: ruled && stageIsOpen(stage, facts, acknowledged) }
    if (stage.kind === 'repeat') {
      if (base === undefined) return []
      const dueBound = baseDueBound
      return repeatDays(stage, base.on, until, where).map((on) => ({ ...onDailyRun(on, where.zone), ...common, mark: on, dueBound }))
    }
    if (stage.kind === 'digest') {
      const today = digestMoment(stage, now, where.zone)
      return today && today.at >= subject.openedAt ? [{ ...today, ...common, mark: today.on, dueBound: false }] : []
    }
    const once = stageMoment(stage, rung, subject, where)
    if (once === undefined) return []
    const dueBound = stage.kind === 'day' && stage.from === 'due'
    if (!rung.extra) [base, baseDueBound] = [once, dueBound]
    const mark = stage.kind === 'event' && subject.raisedAt ? { mark: subject.raisedAt.toISOString() } : {}
    return [{ ...once, ...common, ...mark, dueBound }]
  })
  return listed.sort(inOrder)
}

/** By instant, then by place in the ladder. */
export function inOrder(a: Occurrence, b: Occurrence): number {
  return a.at.getTime() - b.at.getTime() || a.index - b.index
}

/** What conditions may ask: the subject's facts, and `period_days` from creation to the first due (ruling 13). */
export function factsOf(alert: Alert, subject: LadderSubject, zone: string): Facts {
  const firstDue = subject.firstDue ?? subject.due
  if (firstDue === undefined || !alert.facts?.includes('period_days')) return subject.facts ?? {}
  return { period_days: daysBetween(startOn(subject, zone), firstDue), ...subject.facts }
}

/** The next instant after `after` at which something happens by the minute: a clock stage, or an action put off to midnight. */
export function nextClockInstant(alert: Alert, subject: LadderSubject, after: Date, where: Where): Date | undefined {
  if (!alert.ladder.some((rung) => PACE[timingOf(rung).kind] === 'clock' || isPutOffToMidnight(rung))) return undefined
  const today = localDate(after, where.zone)
  const listed = [today, addDays(today, 1)].flatMap((day) =>
    schedule(alert, subject, { now: onDailyRun(day, where.zone).at, until: today, acknowledged: false, where }),
  )
  const instants = listed.flatMap((each) => [
    ...(each.pace === 'clock' ? [each.at] : []),
    ...(isPutOffToMidnight(each.rung) ? [endOfLocalDay(each.on, where.zone)] : []),
  ])
  return instants.filter((at) => at > after).sort((a, b) => a.getTime() - b.getTime())[0]
}

function isPutOffToMidnight(rung: AlertStage): boolean {
  return rung.action?.some((action) => action.when === 'midnight_after') ?? false
}

/** One rung a label: the first whose condition holds, else the first. */
function applicableRungs(ladder: AlertStage[], facts: Facts) {
  const byLabel = new Map<string, { rung: AlertStage; index: number; applies: boolean }>()
  ladder.forEach((rung, index) => {
    const applies = holds(rung.only, facts)
    const known = byLabel.get(rung.stage)
    if (!known) byLabel.set(rung.stage, { rung, index, applies })
    else if (!known.applies && applies) byLabel.set(rung.stage, { rung, index: known.index, applies })
  })
  return [...byLabel.values()]
}

function stageIsOpen(stage: Stage, facts: Facts, acknowledged: boolean): boolean {
  if (stage.kind === 'event' && stage.attempts > 1) return Number(facts.attempts_30d ?? 0) >= stage.attempts
  if (stage.kind === 'clock' && stage.unacked) return !acknowledged
  return true
}
