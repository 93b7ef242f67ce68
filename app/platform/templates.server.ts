import fs from 'node:fs'
import path from 'node:path'
import { isCollection, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { projectRoot } from './root.server.ts'

/** A content file that cannot be used: says which file, which line and what is wrong. */
class TemplateProblem extends Error {
  constructor(file: string, line: number | undefined, message: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    this.name = 'TemplateProblem'
  }
}

export type ContentProblem = { path: (string | number)[]; message: string }

type Check<T> = (doc: T) => ContentProblem[]

const cache = new Map<string, { content: unknown; passed: Set<unknown> }>()

/**
 * Reads a YAML file below templates/ once, and puts it to each check once; throws TemplateProblem with file and line.
 * `check` names each fault by its path inside the document; give the same function each time, not one made on the spot.
 */
export function readTemplate<T>(name: string, check?: Check<T>): T {
  const known = cache.get(name) ?? { content: parse(name).doc.toJS() as unknown, passed: new Set() }
  cache.set(name, known)
  const content = known.content as T
  if (check && !known.passed.has(check)) {
    const problem = check(content)[0]
    if (problem) throw problemIn(name, problem)
    known.passed.add(check)
  }
  return content
}

const fileOf = (name: string) => path.join('templates', name)

/** Throws TemplateProblem for what is no YAML. */
function parse(name: string) {
  const lines = new LineCounter()
  const doc = parseDocument(fs.readFileSync(path.join(projectRoot(), fileOf(name)), 'utf8'), { lineCounter: lines, prettyErrors: false })
  const fault = doc.errors[0]
  if (fault) throw new TemplateProblem(fileOf(name), lines.linePos(fault.pos[0]).line, fault.message)
  return { doc, lines }
}

/** Read once more for the line: only what is broken pays for it. */
function problemIn(name: string, { path: at, message }: ContentProblem): TemplateProblem {
  const { doc, lines } = parse(name)
  return new TemplateProblem(fileOf(name), lineOf(doc, lines, at), message)
}

/** The line of the nearest node that exists on the way to a path. */
function lineOf(doc: Document, lines: LineCounter, to: (string | number)[]): number | undefined {
  let node: unknown = doc.contents
  let line = 1
  for (const step of to) {
    if (!isCollection(node)) break
    const pair = node.items.find((item, index) =>
      isPair(item) ? isScalar(item.key) && String(item.key.value) === String(step) : index === step,
    )
    if (pair === undefined) break
    const place = (isPair(pair) ? pair.key : pair) as Node | null
    if (place?.range) line = lines.linePos(place.range[0]).line
    node = isPair(pair) ? pair.value : pair
  }
  return line
}
