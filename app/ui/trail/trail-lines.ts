import { trailField, trailValue, type Reading } from './trail-value.ts'

type Values = Record<string, unknown>
export type TrailTold = { before?: unknown; after?: unknown; data?: Values }
export type TrailLine = { key: string; field: string; was?: string; is?: string }

/** Parts of an entry that hold what was said to the question it names. */
const SAID = new Set(['was', 'is', 'value', 'corrected'])

/** What an entry changed, part by part, and what its readers were told besides. */
export function trailLines({ before, after, data }: TrailTold, reading: Reading): TrailLine[] {
  const [was, is, besides] = [valuesOf(before), valuesOf(after), valuesOf(data)]
  const changed = namesOf(is, was).flatMap((name) => changesOf({ path: [name], name, was: was[name], is: is[name] }, reading))
  const question = typeof besides.questionId === 'string' ? besides.questionId : undefined
  const extra = Object.entries(besides)
    .filter(([name]) => !(name in is))
    .map(([name, value]) => ({ key: `d-${name}`, field: trailField(name, reading), is: trailValue(question && SAID.has(name) ? question : name, value, reading) }))
  const lines: TrailLine[] = [...changed, ...extra]
  const told = lines.filter((line) => line.was !== undefined || line.is !== undefined)
  return told.filter(({ field, is }, index) => told.findIndex((line) => line.field === field && line.is === is) === index)
}

type Change = { path: (string | number)[]; /** The field that tells what a code means. */ name: string; was: unknown; is: unknown }

/** A form or a table is read part by part: only what changed in it is told. */
function changesOf({ path, name, was, is }: Change, reading: Reading): TrailLine[] {
  if (path.length > 1 && JSON.stringify(was) === JSON.stringify(is)) return []
  if (isForm(was, is)) {
    const [old, now] = [valuesOf(was), valuesOf(is)]
    return namesOf(now, old).flatMap((key) => changesOf({ path: [...path, key], name: key, was: old[key], is: now[key] }, reading))
  }
  if (isTable(was) || isTable(is)) {
    const [old, now] = [rowsOf(was), rowsOf(is)]
    return Array.from({ length: Math.max(old.length, now.length) }, (_, row) => changesOf({ path: [...path, row], name, was: old[row], is: now[row] }, reading)).flat()
  }
  return [{ key: `c-${path.join('-')}`, field: placeName(path, reading), was: trailValue(name, was, reading), is: trailValue(name, is, reading) }]
}

function placeName(path: (string | number)[], reading: Reading): string {
  const words = path.map((step) => (typeof step === 'number' ? reading.t('trail.row', { n: step + 1 }) : trailField(step, reading)))
  return words.reduce((whole, part) => reading.t('trail.part', { whole, part }))
}

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWords = (value: unknown) => isRecord(value) && Object.keys(value).sort().join() === 'en,zh'
const isNothing = (value: unknown) => value === undefined || value === null

/** Values by name on one side at least, and nothing else on the other; a text in both languages is one value. */
function isForm(was: unknown, is: unknown): boolean {
  const sides = [was, is].filter((side) => !isNothing(side))
  return sides.length > 0 && sides.every((side) => isRecord(side) && !isWords(side))
}

const isTable = (value: unknown): value is unknown[] => Array.isArray(value) && value.some((row) => isRecord(row) && !isWords(row))
const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isNothing(value) ? [] : [value])
const namesOf = (first: Values, second: Values) => [...new Set([...Object.keys(first), ...Object.keys(second)])]

const valuesOf = (value: unknown): Values => {
  if (isRecord(value)) return value
  return isNothing(value) ? {} : { value }
}
