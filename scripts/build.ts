import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#app/platform/root.server.ts'

const SOURCES = ['app', 'templates', 'db/schema', 'remix.config.js', 'package.json', 'package-lock.json']
const BUILT = 'build/server/index.js'

/** Builds the pages when they were never built, or are older than what they are made of. */
export async function buildWhenOld(): Promise<void> {
  const root = projectRoot()
  const builtAt = modifiedAt(path.join(root, BUILT))
  const newest = Math.max(...SOURCES.map((source) => newestIn(path.join(root, source))))
  if (builtAt >= newest) return
  process.stdout.write(builtAt === 0 ? 'Building the pages, once (about ten seconds) …\n' : 'The sources are newer than the build; building again …\n')
  await runBuild(root)
  const now = new Date()
  fs.utimesSync(path.join(root, BUILT), now, now)
}

function runBuild(root: string): Promise<void> {
  const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const child = spawn(process.execPath, [remix, 'vite:build', '-c', 'remix.config.js', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build failed with exit code ${code}`))))
  })
}

function newestIn(place: string): number {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...fs.readdirSync(place).map((name) => newestIn(path.join(place, name))))
}

const modifiedAt = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
