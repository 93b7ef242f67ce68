import fs from 'node:fs'
import path from 'node:path'
import { isCollection, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { projectRoot } from './root.server.ts'

/** A content file that cannot be used: says which file, which line and what is wrong. */
export class TemplateProblem extends Error {
  constructor(file: string, line: number | undefined, message: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    this.name = 'TemplateProblem'
  }
}

export type ContentProblem = { path: (string | number)[]; message: string }

const cache = new Map<string, unknown>()

/**
 * Reads a YAML file below templates/ once and checks it; throws TemplateProblem with file and line.
 * `check` names each fault by its path inside the document.
 */
export function readTemplate<T>(name: string, check: (doc: T) => ContentProblem[] = () => []): T {
  const known = cache.get(name)
  if (known !== undefined) return known as T
  const file = path.join('templates', name)
  const lines = new LineCounter()
  const doc = parseDocument(fs.readFileSync(path.join(projectRoot(), file), 'utf8'), { lineCounter: lines, prettyErrors: false })
  const fault = doc.errors[0]
  if (fault) throw new TemplateProblem(file, lines.linePos(fault.pos[0]).line, fault.message)
  const content = doc.toJS() as T
  const problem = check(content)[0]
  if (problem) throw new TemplateProblem(file, lineOf(doc, lines, problem.path), problem.message)
  cache.set(name, content)
  return content
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
