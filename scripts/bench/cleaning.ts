import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const stack: (() => Promise<unknown> | unknown)[] = []
let isOver = false

/** Remembers what must be ended; the last begun is ended first, also when a workload fails or is interrupted. */
export function onEnd(end: () => Promise<unknown> | unknown) {
  stack.push(end)
  if (isOver) void endAll() // begun while an interrupt was being answered
}

export async function endAll() {
  isOver = true
  for (let end = stack.pop(); end; end = stack.pop()) {
    try {
      await end()
    } catch (error) {
      process.stderr.write(`while cleaning up: ${String(error)}\n`)
    }
  }
}

/** A folder that goes with the run; PostgreSQL reaches it as another account when the bench runs as root. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custodia-bench-'))
  fs.chmodSync(folder, 0o755)
  onEnd(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  return folder
}
