import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#db/free-port.server.ts'

export type Installation = {
  url: string
  dataDir: string
  process: ChildProcess
  output: () => string
  /** Ends it as a person would, with its database. */
  stop: () => Promise<void>
  /** SIGKILL to the app alone; PostgreSQL goes on. */
  kill: () => Promise<void>
}

/** Starts the real product as `npm start` does, on a free port; a folder given again is a restart. With `until` it is handed over as soon as it says that. */
export async function startInstallation(options: { dataDir?: string; mode?: 'demo' | 'production'; env?: Record<string, string>; until?: string } = {}): Promise<Installation> {
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'custodia-run-'))
  fs.chmodSync(dataDir, 0o755) // PostgreSQL must reach it as another account when tests run as root
  const port = await freePort()
  const url = `http://localhost:${port}`
  let output = ''
  const child = spawn(process.execPath, ['scripts/start.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, CUSTODIA_MODE: options.mode ?? 'demo', LOG_LEVEL: 'error', DATABASE_URL: '', VITEST: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  await untilReady(child, url, { output: () => output, until: options.until })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await gone
  }
  return { url, dataDir, process: child, output: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

async function untilReady(child: ChildProcess, url: string, { output, until }: { output: () => string; until?: string }) {
  const deadline = Date.now() + 480_000 // the first start after a change builds
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${output()}`)
    if (until !== undefined && output().includes(until)) return
    if (output().includes('ready in') && (await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`it did not become ready:\n${output()}`)
}
