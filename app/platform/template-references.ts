type Place = (string | number)[]
type Problem = { path: Place; message: string }
type Entry = Record<string, unknown>

const isEntry = (node: unknown): node is Entry => typeof node === 'object' && node !== null && !Array.isArray(node)

/** Every mapping of a document with its path. */
function* entries(node: unknown, path: Place = []): Generator<[Place, Entry]> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* entries(item, [...path, index])
  if (!isEntry(node)) return
  yield [path, node]
  for (const [key, value] of Object.entries(node)) yield* entries(value, [...path, key])
}

/** What a document gives a name to: its ids, and the codes of its knockouts. */
export function idsIn(doc: unknown): string[] {
  return [...entries(doc)].flatMap(([, { id, code }]) => [id, code].filter((each) => typeof each === 'string'))
}

const PAIRS: [RegExp, (name: string) => string[]][] = [
  [/^zh$/, () => ['en']],
  [/^zh-CN$/, () => ['en']],
  [/^en$/, () => ['zh', 'zh-CN']],
  [/_zh$/, (name) => [name.replace(/_zh$/, '_en')]],
  [/_en$/, (name) => [name.replace(/_en$/, '_zh')]],
]

/** Texts that stand in one language only. */
export function checkLanguages(doc: unknown): Problem[] {
  return [...entries(doc)].flatMap(([path, entry]) =>
    Object.keys(entry).flatMap((name) => {
      const others = PAIRS.find(([pattern]) => pattern.test(name))?.[1](name)
      if (!others || others.some((other) => isSaid(entry[other]))) return []
      return [{ path: [...path, name], message: `${name} has no counterpart in the other language` }]
    }),
  )
}

const isSaid = (value: unknown) => value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '')

type Clauses = { clauses: { id: string; mechanisms?: { kind: string; refs?: string[] }[]; violations?: string[] }[] }

/** Rules that hold access logs against a scope have numbers of their own and no file: their form is all that can be checked. */
const LOG_RULE = /^LOG-\d{2}$/

/** Clauses that name a mechanism or a violation which no file defines. */
export function checkReferences({ clauses }: Clauses, ids: ReadonlySet<string>): Problem[] {
  const isKnown = (ref: string, kind?: string) => ids.has(ref) || (kind === 'access_log_rule' && LOG_RULE.test(ref))
  return clauses.flatMap(({ id, mechanisms = [], violations = [] }, index) => [
    ...mechanisms.flatMap(({ kind, refs = [] }, at) =>
      refs.flatMap((ref, place) => (isKnown(ref, kind) ? [] : [{ path: ['clauses', index, 'mechanisms', at, 'refs', place], message: `${id}: there is no ${ref}` }])),
    ),
    ...violations.flatMap((ref, place) => (ids.has(ref) ? [] : [{ path: ['clauses', index, 'violations', place], message: `${id}: there is no violation ${ref}` }])),
  ])
}
