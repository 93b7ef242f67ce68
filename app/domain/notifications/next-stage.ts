import { addDays, localDate } from '#app/domain/organisations/calendar-dates.ts'
import { alertVariant, type Alert } from './alert.ts'
import { inOrder, schedule, type Occurrence } from './schedule.ts'
import type { LadderSubject, Where } from './subject.ts'

// further than any gap between two rungs (T-90 to T-60, "every 30 days after")
const HORIZON_DAYS = 100

export type NextStage = Occurrence & { alert: Alert }

/**
 * The stage that comes after `now` if nothing is done, across alerts that follow one another; of several on one day the last,
 * as only that one is sent. `counts` can narrow to the stages that concern the reader.
 */
export function nextStage(
  alerts: Alert[],
  subject: LadderSubject,
  { now, where, counts = () => true }: { now: Date; where: Where; counts?: (next: NextStage) => boolean },
): NextStage | undefined {
  if (subject.stoppedAt !== undefined && subject.stoppedAt <= now) return undefined
  const until = addDays(localDate(now, where.zone), HORIZON_DAYS)
  const coming = alerts.flatMap((base) => {
    const alert = alertVariant(base, subject.variant)
    return schedule(alert, subject, { now, until, acknowledged: false, where })
      .filter((each) => each.at > now && each.applies && each.pace !== 'event')
      .map((each) => ({ ...each, alert }))
  })
  const relevant = coming.filter(counts).sort(inOrder)
  const first = relevant[0]
  return first && relevant.filter((each) => each.at.getTime() === first.at.getTime()).at(-1)
}
