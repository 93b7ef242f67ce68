import { addDays, endOfLocalDay, localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { StageAction } from './alert.ts'
import { alertKey } from './alert-key.ts'
import { holds } from './condition.ts'
import type { LadderAction } from './ladder-entry.ts'
import { belongs, type Ladder } from './ladder-state.ts'
import type { Occurrence } from './schedule.ts'

/**
 * The actions of all stages passed that have not run, in ladder order, whether or not their messages went out (rule 3). Those
 * that ran under a former due do not run again for a stage that was already past when the due moved (ruling 6).
 */
export function actionsDue(ladder: Ladder, passed: Occurrence[]): LadderAction[] {
  const { alert, subject, where, facts } = ladder
  return passed
    .filter((each) => each.applies)
    .flatMap((each) =>
      (each.rung.action ?? [])
        .filter((action) => holds(action.only, facts) && hasCome(action, each, ladder) && !hasRun(action, each, ladder))
        .map((action) => ({
          action: action.do,
          alert: alert.id,
          stage: each.rung.stage,
          ...(each.mark !== undefined && { mark: each.mark }),
          ...(subject.due !== undefined && { due: subject.due }),
          key: alertKey(alert, subject, { stage: each.rung.stage, mark: each.mark, zone: where.zone }),
          on: each.on,
        })),
    )
}

function hasCome(action: StageAction, each: Occurrence, { now, run, where }: Ladder): boolean {
  if (action.when === 'midnight_after') return endOfLocalDay(each.on, where.zone) <= now
  if (action.when === 'next_run') return run !== undefined && addDays(each.on, 1) <= run.on
  return true
}

function hasRun(action: StageAction, each: Occurrence, ladder: Ladder): boolean {
  const { own, subject, now, where } = ladder
  const ran = own.filter((entry) => entry.stage === each.rung.stage && entry.done?.includes(action.do))
  if (ran.some((entry) => belongs(entry, each, ladder))) return true
  return ran.length > 0 && each.on <= localDate(subject.dueSince ?? now, where.zone)
}
