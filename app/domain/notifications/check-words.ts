import { ALERT_ACTIONS, ALERT_SEVERITIES, AUDIENCE_ROLES, type Alert } from './alert.ts'
import type { ContentProblem } from './check-alerts.ts'
import { placesIn } from './mail-text.ts'
import { parseStage } from './stage.ts'

type Path = ContentProblem['path']
type Report = (path: Path, message: string) => void
type Node = Record<string, unknown>

const LANGUAGES = ['zh-CN', 'en']

/** What a message may say of its subject: names, numbers and dates. Customer information has no place here (R3.2.2). */
export const ALERT_PLACES = [
  'organisation', 'vendor', 'due', 'days', 'date', 'left', 'thing', 'period', 'job', 'year', 'finding', 'state', 'violation', 'case', 'step',
  'incident', 'clock', 'evidence', 'dsr', 'type', 'policy', 'item', 'fix', 'n', 'm',
] as const

const SHARED: Record<string, readonly string[]> = {
  labels: ['do', 'why', 'due', 'owner', 'next', 'open', 'copy'],
  footer: ['member', 'vendor'],
  distance: ['before', 'today', 'overdue'],
  left: ['none', 'minutes', 'hours'],
  acknowledge: ['member'],
  escalated: ['subject', 'what'],
  next: [...ALERT_SEVERITIES, 'vendor', 'none', 'X'],
  also: [...ALERT_SEVERITIES, 'vendor'],
  roles: AUDIENCE_ROLES,
}

/** Every fault of a parsed templates/emails/alerts.yaml against the table of alerts. */
export function checkAlertWords(doc: unknown, alerts: Alert[]): ContentProblem[] {
  const { problems, report } = collector()
  if (!isNode(doc) || !isNode(doc.alerts)) return [{ path: [], message: 'must be a map of alerts' }]
  for (const id of Object.keys(doc.alerts)) if (!alerts.some((alert) => alert.id === id)) report(['alerts', id], 'is not an alert')
  for (const alert of alerts) {
    const entry = doc.alerts[alert.id]
    const path: Path = ['alerts', alert.id]
    if (!isNode(entry)) report(path, 'must have words')
    else checkEntry(entry, alert, path, report)
    for (const language of ['zh', 'en'] as const) checkPlaces(alert[`subject_${language}`], [...path, `subject_${language}`], report)
  }
  return problems
}

function checkEntry(entry: Node, alert: Alert, path: Path, report: Report) {
  checkWords(entry.thing, [...path, 'thing'], report)
  checkReader(entry.member, alert, 'member', [...path, 'member'], report)
  if (alert.ladder.some((rung) => rung.to.includes('vendor'))) checkReader(entry.vendor, alert, 'vendor', [...path, 'vendor'], report)
  else if (entry.vendor !== undefined) report([...path, 'vendor'], 'no stage of this alert names the vendor')
}

function checkReader(words: unknown, alert: Alert, reader: 'member' | 'vendor', path: Path, report: Report) {
  if (!isNode(words)) return report(path, 'must be a map')
  checkSay(words.before, [...path, 'before'], report)
  if (words.today !== undefined) checkSay(words.today, [...path, 'today'], report)
  if (words.overdue !== undefined) checkSay(words.overdue, [...path, 'overdue'], report)
  else if (speaksLate(alert, reader)) report([...path, 'overdue'], 'must be said: the ladder goes on after the due date')
  for (const [stage, say] of Object.entries(isNode(words.stages) ? words.stages : {})) {
    if (!alert.ladder.some((rung) => rung.stage === stage)) report([...path, 'stages', stage], 'is not a stage of this alert')
    checkSay(say, [...path, 'stages', stage], report)
  }
}

function speaksLate(alert: Alert, reader: 'member' | 'vendor'): boolean {
  const heard = alert.ladder.filter((rung) => rung.to.some((role) => (role === 'vendor') === (reader === 'vendor')))
  return heard.some((rung) => {
    const stage = parseStage(rung.at ?? rung.stage)
    return stage?.kind === 'day' && stage.from === 'due' && (stage.days > 0 || stage.grace)
  })
}

function checkSay(say: unknown, path: Path, report: Report) {
  if (!isNode(say)) return report(path, 'must say what happened and what to do')
  for (const key of ['what', 'do']) checkWords(say[key], [...path, key], report)
  if (say.subject !== undefined) checkWords(say.subject, [...path, 'subject'], report)
}

/** Every fault of a parsed templates/emails/shared.yaml. */
export function checkSharedWords(doc: unknown): ContentProblem[] {
  const { problems, report } = collector()
  if (!isNode(doc)) return [{ path: [], message: 'must be a map' }]
  for (const [section, names] of Object.entries(SHARED)) {
    const words = doc[section]
    for (const name of names) checkBoth(isNode(words) ? words[name] : undefined, [section, name], report)
  }
  checkBoth(doc.clause, ['clause'], report)
  for (const stage of ['R', 'X']) {
    const say = isNode(doc.news) ? doc.news[stage] : undefined
    for (const key of ['heading', 'subject', 'what', 'do']) checkBoth(isNode(say) ? say[key] : undefined, ['news', stage, key], report)
  }
  for (const action of ALERT_ACTIONS) {
    const words = isNode(doc.actions) ? doc.actions[action] : undefined
    for (const key of ['done', 'will']) checkBoth(isNode(words) ? words[key] : undefined, ['actions', action, key], report)
    const toVendor = isNode(words) && isNode(words.vendor) ? words.vendor : {}
    for (const [key, said] of Object.entries(toVendor)) checkBoth(said, ['actions', action, 'vendor', key], report)
  }
  return problems
}

/** Every fault of a parsed file of mails (templates/emails/account.yaml, vendor.yaml): both languages, filled with the same values. */
export function checkMails(doc: unknown): ContentProblem[] {
  const { problems, report } = collector()
  if (!isNode(doc) || !isNode(doc.mails)) return [{ path: [], message: 'must be a map of mails' }]
  for (const [id, mail] of Object.entries(doc.mails)) {
    const path: Path = ['mails', id]
    if (!isNode(mail)) report(path, 'must be a map')
    else checkMail(mail, path, report)
  }
  return problems
}

function checkMail(mail: Node, path: Path, report: Report) {
  checkBoth(mail.subject, [...path, 'subject'], report)
  checkBoth(mail.paragraphs, [...path, 'paragraphs'], report)
  const others = ['heading', 'button', 'after', 'copy', 'footer'].filter((key) => mail[key] !== undefined)
  for (const key of others) checkBoth(mail[key], [...path, key], report)
  for (const [index, row] of (Array.isArray(mail.rows) ? mail.rows : []).entries()) {
    for (const key of ['label', 'value']) checkBoth(isNode(row) ? row[key] : undefined, [...path, 'rows', index, key], report)
  }
}

/** Both languages, and in alerts only places that the engine or its caller fills. */
function checkWords(words: unknown, path: Path, report: Report) {
  checkBoth(words, path, report)
  if (isNode(words)) for (const language of LANGUAGES) checkPlaces(words[language], [...path, language], report)
}

function checkPlaces(text: unknown, path: Path, report: Report) {
  const strange = placesIn(String(text)).find((place) => !(ALERT_PLACES as readonly string[]).includes(place))
  if (strange !== undefined) report(path, `{{${strange}}} is not a value of alerts`)
}

function checkBoth(words: unknown, path: Path, report: Report) {
  if (!isNode(words)) return report(path, 'must be given in both languages')
  const filled = LANGUAGES.map((language) => {
    const lines = [words[language]].flat()
    if (!lines.every((line) => typeof line === 'string' && line.trim() !== '')) report([...path, language], 'must be text')
    return [...new Set(lines.flatMap((line) => placesIn(String(line))))].sort().join(' ')
  })
  if (filled[0] !== filled[1]) report(path, 'must fill the same values in both languages')
}

function collector(): { problems: ContentProblem[]; report: Report } {
  const problems: ContentProblem[] = []
  return { problems, report: (path, message) => problems.push({ path, message }) }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
