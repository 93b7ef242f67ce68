import { alertFamily, isLoud } from './alert.ts'
import { keyHasDue } from './alert-key.ts'
import type { LadderEntry, RaisedStage } from './ladder-entry.ts'
import type { Ladder } from './ladder-state.ts'
import { cancelledStage, newsStage } from './raised-stage.ts'
import { everyoneOnce, hears, type Recipient } from './recipients.ts'
import { schedule } from './schedule.ts'

/** R: once after each move, to everyone who had been told (notifier.md rule 4, ruling 3). */
export function rescheduled(ladder: Ladder): RaisedStage | undefined {
  const { alert, subject, own, run } = ladder
  if (!run || !keyHasDue(alert) || subject.due === undefined) return undefined
  const told = own.filter((entry) => entry.status === 'sent' && entry.stage !== 'X')
  const lastWord = latest(told)
  if (!lastWord || lastWord.due === subject.due) return undefined
  const recipients = reached(told, ladder)
  if (recipients.length === 0) return undefined
  const before = own.some((entry) => entry.stage === 'R' && entry.due === subject.due)
  return newsStage(ladder, 'R', run, recipients, before ? run.on : undefined)
}

/** X: once per subject and due, by the alert of the family that last spoke loudly, to all who heard it loudly (ruling 2). */
export function resolved(ladder: Ladder): RaisedStage | undefined {
  const { alert, history, closingRun, own } = ladder
  if (!closingRun) return undefined
  const family = alertFamily(alert)
  const related = history.filter((entry) => family.includes(entry.alert))
  if (related.some((entry) => entry.stage === 'X')) return undefined
  const loud = related.filter((entry) => entry.status === 'sent' && isLoud(entry.severity))
  if (latest(loud)?.alert !== alert.id) return undefined
  const recipients = reached(own.filter((entry) => loud.includes(entry)), ladder)
  return recipients.length > 0 ? newsStage(ladder, 'X', closingRun, recipients) : undefined
}

/** The unsent stages of due dates that no longer hold (rule 4). */
export function cancelledStages(ladder: Ladder): RaisedStage[] {
  const { alert, subject, own, run } = ladder
  if (!run || !keyHasDue(alert)) return []
  const former = new Set(own.flatMap((entry) => (entry.due === undefined || entry.due === subject.due ? [] : [entry.due])))
  return [...former].sort().flatMap((due) => {
    const decided = new Set(own.filter((entry) => entry.due === due).map((entry) => entry.stage))
    const unsent = schedule(alert, { ...subject, due }, { ...ladder, until: due }).filter(
      (each) => each.dueBound && each.applies && each.mark === undefined && !decided.has(each.rung.stage),
    )
    return unsent.map((each) => cancelledStage(ladder, each, due))
  })
}

function latest(entries: LadderEntry[]): LadderEntry | undefined {
  return entries.reduce<LadderEntry | undefined>((last, entry) => (last && last.raisedAt > entry.raisedAt ? last : entry), undefined)
}

function reached(entries: LadderEntry[], { alert, subject }: Ladder): Recipient[] {
  const people = everyoneOnce(entries.flatMap((entry) => entry.recipients))
  return people.filter((person) => hears(person, alert, subject.vendorInExit ?? false))
}
