import type { AlertAction } from './alert.ts'
import type { WordBook } from './alert-words.ts'
import { holds } from './condition.ts'
import { dateText, fillSentence, listText, type Words } from './mail-text.ts'
import type { AlertMessage } from './message.ts'
import { nextStage, type NextStage } from './next-stage.ts'
import { rolesOf } from './recipients.ts'
import { factsOf } from './schedule.ts'

/** The next stage of the ladder in words: what the system will do, who hears it, when. A vendor reads only what concerns it. */
export function whatComesNext(message: AlertMessage, book: WordBook): string {
  const { language, where, reader, subject } = message
  const { next: words } = book.shared
  if (message.stage === 'X') return words.X[language]
  const next = nextStage(family(message), subject, {
    now: message.now,
    where,
    counts: (stage) => reader === 'member' || rolesAt(stage, message).includes('vendor') || actionsAt(stage, message).some((action) => book.shared.actions[action].vendor),
  })
  if (!next) return words.none[language]
  const reading = { language, zone: where.zone }
  const date = dateText(next.pace === 'day' ? next.on : next.at, reading)
  const roles = rolesAt(next, message)
  const say = (said: Words | undefined) => (said ? [fillSentence(said, { date, roles: listText(roles.map((role) => book.shared.roles[role][language]), language) }, reading)] : [])
  const acts = actionsAt(next, message).flatMap((action) => say(reader === 'vendor' ? book.shared.actions[action].vendor?.will : book.shared.actions[action].will))
  const hears = reader === 'vendor' ? (roles.includes('vendor') ? say(words.vendor) : []) : roles.length > 0 ? say(words[next.rung.severity]) : []
  return [...acts, ...hears].join(language === 'en' ? ' ' : '')
}

function family({ alerts, alert: id }: AlertMessage) {
  const own = alerts.filter((alert) => alert.id === id)
  return [...own, ...alerts.filter((alert) => own.some((each) => each.hands_over_to === alert.id))]
}

function rolesAt({ alert, rung }: NextStage, { subject, where }: AlertMessage) {
  return rolesOf(rung, alert, { facts: factsOf(alert, subject, where.zone), vendorInExit: subject.vendorInExit ?? false })
}

function actionsAt({ alert, rung }: NextStage, { subject, where }: AlertMessage): AlertAction[] {
  const facts = factsOf(alert, subject, where.zone)
  return (rung.action ?? []).filter((action) => holds(action.only, facts)).map((action) => action.do)
}
