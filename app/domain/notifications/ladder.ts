import { actionsDue } from './ladder-actions.ts'
import type { Advance, LadderInput, RaisedStage } from './ladder-entry.ts'
import { cancelledStages, rescheduled, resolved } from './ladder-news.ts'
import { hasPassed, isRecorded, ladderAt, type Ladder } from './ladder-state.ts'
import { sentStage, skippedStage } from './raised-stage.ts'
import { inOrder, schedule, type Occurrence } from './schedule.ts'

/**
 * What has to happen for one alert and subject at `now`: stages to record as sent, skipped or cancelled, and the actions to
 * run, in ladder order. Called again with its own result in `history` it gives nothing (notifier.md §1, rulings 1–15).
 */
export function advance(input: LadderInput): Advance {
  const ladder = ladderAt(input)
  if (ladder.stopped) {
    const news = resolved(ladder)
    return { raise: news ? [news] : [], actions: [] }
  }
  const listed = schedule(ladder.alert, ladder.subject, ladder)
  const passed = listed.filter((each) => hasPassed(each, ladder))
  return {
    raise: [...cancelledStages(ladder), ...decide(ladder, passed)],
    // an action put off to midnight comes before that day's run: its stage has been decided, the run has not come
    actions: actionsDue(ladder, listed.filter((each) => hasPassed(each, ladder) || isRecorded(each, ladder))),
  }
}

/** Of several missed stages the last that applies goes out, the others are skipped (rule 3, rulings 3–6). */
function decide(ladder: Ladder, passed: Occurrence[]): RaisedStage[] {
  const fresh = passed.filter((each) => each.applies && !isRecorded(each, ladder))
  const rungs = fresh.filter((each) => !each.rung.extra)
  const last = lastToSend(ladder, passed, rungs)
  const news = rescheduled(ladder)
  const decided = rungs.map((each) => {
    if (!last || !goesOut(each, last)) return skippedStage(ladder, each, isHandedOver(ladder) ? 'handed_over' : 'missed')
    return news ? besides(news, ladder, each) : sentStage(ladder, each)
  })
  const extras = fresh.filter((each) => each.rung.extra).map((each) => sentStage(ladder, each))
  const skipped = decided.filter((each) => each.status !== 'sent')
  return [...skipped, ...(news ? [news] : []), ...decided.filter((each) => each.status === 'sent'), ...extras]
}

/** Nothing when a later stage has gone out already, or when the due day is over and the next alert speaks (ruling 4). */
function lastToSend(ladder: Ladder, passed: Occurrence[], rungs: Occurrence[]): Occurrence | undefined {
  const last = rungs.at(-1)
  if (!last || isHandedOver(ladder)) return undefined
  const laterOne = passed.some((each) => !each.rung.extra && inOrder(each, last) > 0 && isRecorded(each, ladder))
  return laterOne ? undefined : last
}

function isHandedOver({ alert, subject, until }: Ladder): boolean {
  return alert.hands_over_to !== undefined && subject.due !== undefined && until > subject.due
}

/** Stages of one and the same event do not replace each other: they speak to different people (N-22). */
function goesOut(each: Occurrence, last: Occurrence): boolean {
  return each === last || (each.pace === 'event' && each.at.getTime() === last.at.getTime())
}

/** The stage that R replaces still goes to those it names who had not been told (ruling 3). */
function besides(news: RaisedStage, ladder: Ladder, each: Occurrence): RaisedStage {
  const ordinary = sentStage(ladder, each)
  const told = new Set(news.recipients.map((person) => person.id))
  const recipients = ordinary.recipients.filter((person) => !told.has(person.id))
  return recipients.length > 0 ? { ...ordinary, recipients } : skippedStage(ladder, each, 'replaced')
}
