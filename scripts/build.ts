import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { checkTemplates } from '#app/platform/check-templates.server.ts'
import { projectRoot } from '#app/platform/root.server.ts'
import { withLock } from '#db/process-lock.server.ts'
import { buildAge, BUILT } from './build-age.js'
import type { Role } from './data-folder.ts'
import { readEnvironment } from './open-world.ts'

/** What a start needs before it can serve. Mistakes of the environment and the templates are told before the long work. */
export async function prepare(role: Role | 'build'): Promise<void> {
  if (role === 'build') return build()
  readEnvironment()
  return role === 'dev' ? checkTemplates() : buildWhenOld()
}

/** Checks every template (TemplateProblem with file and line), then builds the product. What is built was checked. */
async function build(): Promise<void> {
  checkTemplates()
  fs.rmSync(BUILT, { force: true })
  await runRemix()
  const now = new Date()
  fs.utimesSync(BUILT, now, now)
}

/** Builds when it was never built, or is older than what it is made of. */
export async function buildWhenOld(): Promise<void> {
  await withLock(path.join(projectRoot(), 'node_modules', '.cache', 'custodia-build.lock'), async () => {
    const age = buildAge() // asked inside: web and worker may be started together
    if (age === undefined) return
    process.stdout.write(age === 'missing' ? 'Building the product, once (about twenty seconds) …\n' : 'The sources are newer than the build; building again …\n')
    await build()
  }, { patienceMs: 600_000 })
}

function runRemix(): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '-c', 'remix.config.js', '--logLevel', 'error'], {
    cwd: projectRoot(),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build failed with exit code ${code}`))))
  })
}
