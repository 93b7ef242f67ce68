import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#app/platform/root.server.ts'

// npm test: lint, types, build, then unit, database, HTTP, browser and fault tests. Stops at the first step that fails.

const root = projectRoot()
const report = path.join(root, 'test-results', 'vitest.json')

const STEPS: [name: string, args: string[]][] = [
  ['Lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['Types', ['node_modules/typescript/bin/tsc']],
  ['Build', ['scripts/start.js', 'build']],
  ['Tests', ['node_modules/vitest/vitest.mjs', 'run', '-c', 'remix.config.js', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
]

fs.rmSync(report, { force: true })
for (const [name, args] of STEPS) {
  const began = performance.now()
  process.stdout.write(`\n── ${name}\n`)
  const code = await run(args)
  process.stdout.write(`── ${name}: ${code === 0 ? 'passed' : 'failed'} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  if (name === 'Tests') summarise()
  if (code !== 0) process.exit(code)
}

function run(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function summarise() {
  if (!fs.existsSync(report)) return
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed\n`)
}
