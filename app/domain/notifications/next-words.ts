import type { AlertAction, AudienceRole } from './alert.ts'
import type { WordBook } from './alert-words.ts'
import { holds } from './condition.ts'
import { dateText, fillSentence, joinText, listText, type Words } from './mail-text.ts'
import type { AlertMessage } from './message.ts'
import { nextStage, type NextStage } from './next-stage.ts'
import { rolesOf } from './recipients.ts'
import { factsOf } from './schedule.ts'
import { parseStage } from './stage.ts'

/**
 * The next stage of the ladder in words: what the system will do, who hears it, when. A vendor reads only what concerns it;
 * nothing follows a digest.
 */
export function whatComesNext(message: AlertMessage, book: WordBook): string {
  const { language, where, reader, subject, now } = message
  const { next: words, actions } = book.shared
  if (message.stage === 'X') return words.X[language]
  if (parseStage(message.stage)?.kind === 'digest') return ''
  const concernsVendor = (stage: NextStage) =>
    rolesAt(stage, message).includes('vendor') || actionsAt(stage, message).some((action) => actions[action].vendor)
  const next = nextStage(family(message), subject, { now, where, counts: (stage) => reader === 'member' || concernsVendor(stage) })
  if (!next) return words.none[language]
  const will = (action: AlertAction) => (reader === 'vendor' ? actions[action].vendor?.will : actions[action].will)
  const acts = actionsAt(next, message).flatMap((action) => will(action) ?? [])
  const roles = rolesAt(next, message)
  const hears = hearing(next, roles, acts.length > 0, message, book)
  const reading = { language, zone: where.zone }
  const values = {
    date: dateText(next.pace === 'day' ? next.on : next.at, reading),
    roles: listText(roles.map((role) => book.shared.roles[role][language]), language),
  }
  return joinText([...acts, ...hears].map((said) => fillSentence(said, values, reading)), language)
}

function hearing(next: NextStage, roles: AudienceRole[], afterAction: boolean, { reader }: AlertMessage, { shared }: WordBook): Words[] {
  const words = afterAction ? shared.also : shared.next
  if (reader === 'vendor') return roles.includes('vendor') ? [words.vendor] : []
  return roles.length > 0 ? [words[next.rung.severity]] : []
}

function family({ alerts, alert: id }: AlertMessage) {
  const own = alerts.filter((alert) => alert.id === id)
  return [...own, ...alerts.filter((alert) => own.some((each) => each.hands_over_to === alert.id))]
}

function rolesAt({ alert, rung }: NextStage, { subject, where }: AlertMessage): AudienceRole[] {
  return rolesOf(rung, alert, { facts: factsOf(alert, subject, where.zone), vendorInExit: subject.vendorInExit ?? false })
}

function actionsAt({ alert, rung }: NextStage, { subject, where }: AlertMessage): AlertAction[] {
  const facts = factsOf(alert, subject, where.zone)
  return (rung.action ?? []).filter((action) => holds(action.only, facts)).map((action) => action.do)
}
