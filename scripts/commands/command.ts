import fs from 'node:fs'
import { parseDocument } from 'yaml'

/** Takes the words after the command's name; gives the exit code, 0 when nothing is returned. */
export type Run = (words: string[]) => Promise<number | void>

export type Command = {
  /** 'org create' */
  name: string
  /** Arguments after the name, as a person reads them. */
  usage: string
  about: string
  /** Loaded when called: a pure command does not wait for the database's code. */
  load: () => Promise<Run>
}

/** A refusal that a person can act on; exit code 1. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
}

/** The words of the call are off; exit code 2. */
export class WrongUsage extends Error {}

type Source = { name: string; content: unknown }

/** Reads YAML or JSON from a file, or from standard input for '-'. */
export function readSource(name: string): Source {
  const text = readText(name)
  const doc = parseDocument(text, { prettyErrors: true, uniqueKeys: true })
  const fault = doc.errors[0]
  if (fault) throw new CommandProblem(`${name}: ${fault.message}`)
  return { name, content: doc.toJS({ maxAliasCount: 1000 }) }
}

export function readText(name: string): string {
  try {
    return fs.readFileSync(name === '-' ? 0 : name, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandProblem(`${name}: there is no such file`)
    if (code === 'EISDIR') throw new CommandProblem(`${name}: this is a folder, not a file`)
    if (code === 'EACCES') throw new CommandProblem(`${name}: this file may not be read`)
    throw error
  }
}

/** The items of a file: a list, one item alone, or a list under one of the keys. */
export function itemsOf({ name, content }: Source, keys: string[], isItem: (value: object) => boolean): unknown[] {
  if (Array.isArray(content)) return content
  if (typeof content !== 'object' || content === null) throw new CommandProblem(`${name}: expected a list, or an object with ${keys.join(' or ')}`)
  for (const key of keys) {
    const found = key.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], content)
    if (Array.isArray(found)) return found
  }
  if (isItem(content)) return [content]
  throw new CommandProblem(`${name}: expected a list, or an object with ${keys.join(' or ')}`)
}

export const printJson = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

/** Splits `--name value` options from the other words; an unknown option is wrong usage. */
export function readOptions(words: string[], known: string[]): { options: Record<string, string>; rest: string[] } {
  const options: Record<string, string> = {}
  const rest: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!word.startsWith('--')) {
      rest.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    if (!known.includes(name)) throw new WrongUsage(`unknown option --${name}`)
    const value = inline ?? words[++i]
    if (value === undefined) throw new WrongUsage(`--${name} needs a value`)
    options[name] = value
  }
  return { options, rest }
}

/** An RFC 3339 instant with zone, or a refusal that shows the form. */
export function readInstant(value: string, option: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) ? new Date(value) : new Date(Number.NaN)
  if (Number.isNaN(at.getTime())) throw new WrongUsage(`--${option} must be an instant with its zone, such as 2026-11-24T09:00:00+08:00`)
  return at
}
