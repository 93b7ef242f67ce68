import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { describeMachine } from './machine.ts'
import { tableOf, writePart } from './report.ts'
import type { Options, Result } from './workload.ts'
import { NAMES } from './names.ts'

// npm run bench [-- NAME …] [--quick] [--pairs N]: each workload in a process of its own, with NODE_ENV=production.

type Asked = Options & { names: string[] }

async function main() {
  const { names, ...options } = readWords(process.argv.slice(2))
  const failed: string[] = []
  for (const name of names) {
    if (interrupted) break
    process.stdout.write(`\n── ${name}\n`)
    const machine = describeMachine(`npm run bench -- ${process.argv.slice(2).filter((word) => word.startsWith('--') || /^\d+$/.test(word)).concat(name).join(' ')}`)
    try {
      const { about, result } = await measure(name, options)
      process.stdout.write(`${about}\n\n${tableOf(result)}\n${result.notes.map((note) => `- ${note}\n`).join('')}`)
      if (!options.quick) writePart({ workload: { name, about }, result, machine })
    } catch (error) {
      failed.push(name)
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  if (failed.length > 0) process.stderr.write(`\nfailed: ${failed.join(', ')}\n`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

function readWords(words: string[]): Asked {
  const asked: Asked = { names: [], quick: false, pairs: 5 }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === '--quick') asked.quick = true
    else if (word === '--pairs') asked.pairs = readPairs(words[++at])
    else if ((NAMES as readonly string[]).includes(word)) asked.names.push(word)
    else refuse(`there is no workload or option '${word}'`)
  }
  return { ...asked, names: asked.names.length > 0 ? asked.names : [...NAMES] }
}

function readPairs(word: string | undefined): number {
  const pairs = Number(word)
  return Number.isInteger(pairs) && pairs > 0 ? pairs : refuse('--pairs needs a whole number from 1')
}

function refuse(message: string): never {
  process.stderr.write(`bench: ${message}\nusage: npm run bench -- [--quick] [--pairs N] [${NAMES.join('] [')}]\n`)
  process.exit(2)
}

function measure(name: string, options: Options): Promise<{ about: string; result: Result }> {
  const child = fork(path.join(import.meta.dirname, 'measure.ts'), [name, JSON.stringify(options)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
  })
  measuring = child
  return new Promise((resolve, reject) => {
    let told: { about: string; result: Result } | undefined
    child.once('message', (message) => (told = message as typeof told))
    child.once('error', reject)
    child.once('exit', (code, signal) => (code === 0 && told ? resolve(told) : reject(new Error(`its process ended with ${signal ?? code}`))))
  })
}

// The measuring process cleans up when it is told to end; this one waits for it and begins nothing new.
let measuring: ChildProcess | undefined
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true
    measuring?.kill('SIGTERM')
  })
}

await main()
