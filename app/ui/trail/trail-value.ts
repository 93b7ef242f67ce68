import { date, dateTime } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { TemplateWords } from '#app/domain/trail/template-words.server.ts'

export type Reading = {
  t: Translate
  /** IANA zone in which instants are read. */
  zone: string
  /** People by id. */
  names: Record<string, string>
  /** What intake forms, answers and drafts call their fields and codes. */
  words?: TemplateWords
  /** 'vendor', 'assessment': which words a status has. */
  subject: string
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const CODE = /^[\w-]+$/
const LONGEST = 300

/** A stored value as a reader's text; undefined for what tells a reader nothing: technical ids and absent values. */
export function trailValue(name: string, value: unknown, reading: Reading): string | undefined {
  const text = written(name, value, reading)
  const characters = text === undefined || text.length <= LONGEST ? [] : [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
}

function written(name: string, value: unknown, reading: Reading): string | undefined {
  if (value === undefined || value === null || value === '' || name === 'orgId' || name === 'id') return undefined
  if (typeof value === 'boolean') return reading.t(value ? 'common.answer.yes' : 'common.answer.no')
  if (Array.isArray(value)) return listed(value.map((each) => written(name, each, reading)), reading)
  if (isBilingual(value)) return reading.t.locale === 'en' ? value.en : value.zh
  if (typeof value === 'object') return listed(Object.entries(value).map(([key, each]) => labelled(key, written(key, each, reading), reading)), reading)
  return typeof value === 'string' ? wordOf(name, value, reading) : String(value)
}

/** The name of a field; fields without words of their own keep their plain name. */
export function trailField(name: string, { t, words }: Reading): string {
  const own = t.from(`trail.field.${name}`, undefined, 'trail.nothing')
  return own === t('trail.nothing') ? (words?.fields[name] ?? name) : own
}

function wordOf(name: string, value: string, reading: Reading): string | undefined {
  const { t, zone, names } = reading
  if (ID.test(value)) return names[value]
  if (INSTANT.test(value)) return dateTime(new Date(value), t.locale, zone, 'year')
  if (DAY.test(value)) return date(value, t.locale, 'year')
  return reading.words?.values[name]?.[value] ?? catalogueWord(name, value, reading) ?? value
}

/** A code in the words of the page on which people meet it. */
function catalogueWord(name: string, value: string, { t, subject }: Reading): string | undefined {
  if (!CODE.test(value)) return undefined
  const status = subject === 'engagement' ? 'engagements.status' : `status.${subject}`
  const groups: Record<string, string[]> = {
    roles: ['identity.role'],
    role: ['identity.role'],
    status: [status],
    state: [status],
    severity: ['status.severity', 'notifications.severity'],
    suspensionSeverity: ['status.severity'],
    class: ['status.class'],
    source: ['cases.source'],
    trigger: ['audits.trigger'],
  }
  const keys = [...(groups[name] ?? []), 'trail.value'].map((group) => `${group}.${value}`)
  return keys.map((key) => t.from(key, undefined, 'trail.nothing')).find((words) => words !== t('trail.nothing'))
}

/** One text in both languages, as templates write it. */
function isBilingual(value: unknown): value is { zh: string; en: string } {
  return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,zh' && Object.values(value).every((each) => typeof each === 'string')
}

function labelled(name: string, text: string | undefined, reading: Reading): string | undefined {
  return text === undefined ? undefined : reading.t('trail.pair', { name: trailField(name, reading), value: text })
}

function listed(texts: (string | undefined)[], { t }: Reading): string | undefined {
  const told = texts.filter((each) => each !== undefined)
  return told.length === 0 ? undefined : told.join(t('trail.separator'))
}
