import { ALERT_ACTIONS, ALERT_SEVERITIES, AUDIENCE_ROLES, CHANNELS, FLAGS } from './alert.ts'
import { parseStage } from './stage.ts'

/** One fault of a content file and the way to it, as the template reader wants it. */
export type ContentProblem = { path: (string | number)[]; message: string }
type Path = ContentProblem['path']
type Report = (path: Path, message: string) => void
type Node = Record<string, unknown>

const TEXTS = ['zh', 'en', 'subject_zh', 'subject_en', 'condition', 'subject', 'due', 'stop_when', 'dedup_key']
const CLAUSE = /^R\d(\.\d){1,2}$/

/** Every fault of a parsed templates/alerts/alerts.yaml: ids, both languages, stages, roles, conditions, actions. */
export function checkAlerts(doc: unknown): ContentProblem[] {
  const problems: ContentProblem[] = []
  const report: Report = (path, message) => problems.push({ path, message })
  if (!isNode(doc) || !Array.isArray(doc.alerts)) return [{ path: [], message: 'must be a map with a list of alerts' }]
  const ids = new Map<string, Node>()
  doc.alerts.forEach((alert: unknown, index: number) => {
    const path: Path = ['alerts', index]
    if (!isNode(alert)) return report(path, 'must be a map')
    const id = String(alert.id)
    if (!/^N-\d\d$/.test(id)) report([...path, 'id'], 'must be an id such as N-01')
    if (ids.has(id)) report([...path, 'id'], `${id} is defined twice`)
    ids.set(id, alert)
    checkAlert(alert, path, report)
  })
  doc.alerts.filter(isNode).forEach((alert, index) => checkFamily(alert, ['alerts', index], ids, report))
  return problems
}

function checkAlert(alert: Node, path: Path, report: Report) {
  for (const key of TEXTS) needText(alert, key, path, report)
  const key = String(alert.dedup_key)
  if (!key.includes('{alert}') || !/\{(stage|date)\}/.test(key)) report([...path, 'dedup_key'], 'must name {alert} and {stage} or {date}')
  if (typeof alert.vendor_visible !== 'boolean') report([...path, 'vendor_visible'], 'must be true or false')
  for (const flag of ['mutable', 'vendor_in_exit']) optional(alert, flag, path, report, 'must be true or false', (value) => typeof value === 'boolean')
  eachOf(alert.clauses, [...path, 'clauses'], report, (clause) => CLAUSE.test(String(clause)) || 'must be a clause id such as R7.3.1')
  if (alert.channels !== undefined) eachOf(alert.channels, [...path, 'channels'], report, knownIn(CHANNELS, 'channel'))
  const facts = new Set(Array.isArray(alert.facts) ? alert.facts.map(String) : [])
  if (!Array.isArray(alert.ladder) || alert.ladder.length === 0) return report([...path, 'ladder'], 'must be a list of stages')
  alert.ladder.forEach((rung: unknown, index: number) => {
    const place = [...path, 'ladder', index]
    if (!isNode(rung)) return report(place, 'must be a map')
    checkRung(rung, place, { facts, vendorVisible: alert.vendor_visible === true }, report)
  })
  checkOrder(alert.ladder.filter(isNode), [...path, 'ladder'], report)
  for (const [name, variant] of Object.entries(isNode(alert.variants) ? alert.variants : {})) checkVariant(variant, [...path, 'variants', name], report)
}

function checkRung(rung: Node, path: Path, { facts, vendorVisible }: { facts: Set<string>; vendorVisible: boolean }, report: Report) {
  const stage = parseStage(String(rung.stage))
  if (!stage) report([...path, 'stage'], `${String(rung.stage)} is not a stage`)
  if (stage?.kind === 'rescheduled' || stage?.kind === 'resolved') report([...path, 'stage'], 'R and X belong to every ladder and are not listed')
  optional(rung, 'at', path, report, 'is not a stage', (value) => parseStage(String(value)) !== undefined)
  optional(rung, 'from', path, report, 'must be clock_end', (value) => value === 'clock_end')
  if (!isOneOf(ALERT_SEVERITIES, rung.severity)) report([...path, 'severity'], `must be one of ${ALERT_SEVERITIES.join(', ')}`)
  eachOf(rung.to, [...path, 'to'], report, knownIn(AUDIENCE_ROLES, 'role'))
  if (!vendorVisible && Array.isArray(rung.to) && rung.to.includes('vendor')) report([...path, 'to'], 'names vendor although the alert is not vendor_visible')
  optional(rung, 'flag', path, report, `must be one of ${FLAGS.join(', ')}`, (value) => isOneOf(FLAGS, value))
  optional(rung, 'ack_hours', path, report, 'must be a number of hours above 0', (value) => typeof value === 'number' && value > 0)
  for (const key of ['extra', 'mutable']) optional(rung, key, path, report, 'must be true or false', (value) => typeof value === 'boolean')
  for (const key of ['only', 'vendor_only']) {
    if (rung[key] === undefined) continue
    checkCondition(rung[key], [...path, key], facts, report)
    needBoth(rung, key, path, report)
  }
  if (rung.action === undefined) return
  needBoth(rung, 'action', path, report)
  if (!Array.isArray(rung.action)) return report([...path, 'action'], 'must be a list')
  rung.action.forEach((action: unknown, index: number) => checkAction(action, [...path, 'action', index], facts, report))
}

function checkAction(action: unknown, path: Path, facts: Set<string>, report: Report) {
  if (!isNode(action)) return report(path, 'must be a map')
  if (!isOneOf(ALERT_ACTIONS, action.do)) report([...path, 'do'], `${String(action.do)} is not an action`)
  optional(action, 'when', path, report, 'must be midnight_after or next_run', (value) => value === 'midnight_after' || value === 'next_run')
  if (action.only !== undefined) checkCondition(action.only, [...path, 'only'], facts, report)
}

function checkCondition(condition: unknown, path: Path, facts: Set<string>, report: Report) {
  if (!isNode(condition)) return report(path, 'must be a condition')
  if ('not' in condition) return checkCondition(condition.not, [...path, 'not'], facts, report)
  for (const key of ['all', 'any']) {
    const parts = condition[key]
    if (!Array.isArray(parts)) continue
    return parts.forEach((part: unknown, index) => checkCondition(part, [...path, key, index], facts, report))
  }
  if (!facts.has(String(condition.fact))) report([...path, 'fact'], `${String(condition.fact)} is not among the alert's facts`)
  const strange = Object.keys(condition).find((key) => !['fact', 'eq', 'in', 'min'].includes(key))
  if (strange) report([...path, strange], 'is not a comparison')
  optional(condition, 'in', path, report, 'must be a list', Array.isArray)
  optional(condition, 'min', path, report, 'must be a number', (value) => typeof value === 'number')
}

/** A label twice needs a condition on all but the last; a repeat needs a stage to count from. */
function checkOrder(ladder: Node[], path: Path, report: Report) {
  ladder.forEach((rung, index) => {
    const again = ladder.findIndex((other, place) => place > index && other.stage === rung.stage)
    if (again > index && rung.only === undefined) report([...path, again, 'stage'], `${String(rung.stage)} can never be reached: an earlier one always holds`)
    if (index === 0 && parseStage(String(rung.stage))?.kind === 'repeat') report([...path, 0, 'stage'], 'repeats, but there is no stage before it')
  })
}

function checkVariant(variant: unknown, path: Path, report: Report) {
  if (!isNode(variant)) return report(path, 'must be a map')
  for (const key of ['zh', 'en']) needText(variant, key, path, report)
  eachOf(variant.to, [...path, 'to'], report, knownIn(AUDIENCE_ROLES, 'role'))
  if (!isOneOf(ALERT_SEVERITIES, variant.max_severity)) report([...path, 'max_severity'], `must be one of ${ALERT_SEVERITIES.join(', ')}`)
  for (const key of ['flags', 'past_stages']) if (typeof variant[key] !== 'boolean') report([...path, key], 'must be true or false')
}

function checkFamily(alert: Node, path: Path, ids: Map<string, Node>, report: Report) {
  for (const [key, back] of [['hands_over_to', 'takes_over_from'], ['takes_over_from', 'hands_over_to']] as const) {
    if (alert[key] === undefined) continue
    if (ids.get(String(alert[key]))?.[back] !== alert.id) report([...path, key], `${String(alert[key])} does not name ${String(alert.id)} as ${back}`)
  }
}

function needText(node: Node, key: string, path: Path, report: Report) {
  const value = node[key]
  if (typeof value !== 'string' || value.trim() === '') report([...path, key], 'must be text')
}

function needBoth(node: Node, key: string, path: Path, report: Report) {
  for (const language of ['zh', 'en']) needText(node, `${key}_${language}`, path, report)
}

function optional(node: Node, key: string, path: Path, report: Report, message: string, fits: (value: unknown) => boolean) {
  if (node[key] !== undefined && !fits(node[key])) report([...path, key], message)
}

function eachOf(list: unknown, path: Path, report: Report, check: (value: unknown) => true | string) {
  if (!Array.isArray(list) || list.length === 0) return report(path, 'must be a list with at least one entry')
  list.forEach((value: unknown, index) => {
    const verdict = check(value)
    if (verdict !== true) report([...path, index], verdict)
  })
}

function knownIn(known: readonly string[], what: string): (value: unknown) => true | string {
  return (value) => isOneOf(known, value) || `${String(value)} is not a ${what}`
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && known.includes(value)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
