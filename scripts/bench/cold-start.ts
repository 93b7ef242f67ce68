import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWhenOld } from '#scripts/build.ts'
import { embeddedPostgres } from '#db/embedded.server.ts'
import { onEnd, temporaryFolder } from './cleaning.ts'
import { inTurn } from './in-turn.ts'
import { peakMb } from './peak-memory.ts'
import { freePort } from '#db/free-port.server.ts'
import { must, type Comparison, type Options, type Result, type Workload } from './workload.ts'

export const workload: Workload = {
  name: 'cold-start',
  about: 'From `npm start` to the first page that answers 200: again on a built and initialised folder, and for the first time with the demo.',
  run,
}

async function run(options: Options): Promise<Result> {
  await buildWhenOld()
  const folder = temporaryFolder()
  const first: number[] = []
  const bareFirst: number[] = []
  const firstRuns = options.quick ? 1 : Math.min(options.pairs, 3)
  while (first.length < firstRuns) {
    const fresh = first.length === 0 ? folder : temporaryFolder()
    first.push((await secondsTo200(['npm', 'start'], fresh, '/sign-in')).seconds)
    bareFirst.push((await secondsTo200(BARE, temporaryFolder(), '/')).seconds)
  }
  const bareFolder = temporaryFolder()
  await secondsTo200(BARE, bareFolder, '/')
  const peaks: { ours?: number; reference?: number } = {}
  const again = await inTurn(options, {
    what: 'start again',
    unit: 's to the first 200',
    ours: async () => {
      const { seconds, peak } = await secondsTo200(['npm', 'start'], folder, '/sign-in')
      peaks.ours = peak
      return seconds
    },
    reference: async () => {
      const { seconds, peak } = await secondsTo200(BARE, bareFolder, '/')
      peaks.reference = peak
      return seconds
    },
    referenceName: 'node with tsx, the same PostgreSQL and one empty page',
    peakMb: peaks,
    checked: '200 after a query',
  })
  const demo: Comparison = { ...again, what: 'first start, demo made', ours: first, reference: bareFirst, referenceName: 'the same, initialising an empty database', peakMb: undefined }
  return { comparisons: [again, demo], notes: ['`npm start` includes npm itself and the migrations; templates are checked when the product is built; the data folder is on the disk of the temporary folder'] }
}

const BARE = [process.execPath, '--import', 'tsx', 'scripts/bench/bare-start.ts']

/** Seconds from the command to the first 200, with the most memory of the process that answered; then it is ended with its database. */
async function secondsTo200(command: string[], dataDir: string, page: string): Promise<{ seconds: number; peak?: number }> {
  const port = await freePort()
  let said = ''
  const began = performance.now()
  const child = spawn(command[0]!, command.slice(1), {
    detached: true, // a group of its own, so that npm, its shell and node all hear the signal
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, CUSTODIA_MODE: 'demo', DATABASE_URL: '', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4000)))
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let ended = false
  const end = async () => {
    if (ended) return
    ended = true
    signalGroup(child.pid!, 'SIGTERM')
    const hard = setTimeout(() => signalGroup(child.pid!, 'SIGKILL'), 15_000)
    await gone
    clearTimeout(hard)
    await stopLeftPostgres(dataDir)
  }
  onEnd(end)
  try {
    for (const deadline = began + 180_000; ; await sleep(5)) {
      must(child.exitCode === null && child.signalCode === null, `${command.join(' ')} ended:\n${said}`)
      must(performance.now() < deadline, `${command.join(' ')} did not answer:\n${said}`)
      const status = await fetch(`http://127.0.0.1:${port}${page}`).then((answer) => answer.status, () => 0)
      if (status === 200) break
    }
    return { seconds: (performance.now() - began) / 1000, peak: peakMb(webProcessOf(dataDir) ?? child.pid!) }
  } finally {
    await end()
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** npm and tsx stand before the process that answers: its number is in its lock. */
function webProcessOf(dataDir: string): number | undefined {
  const lock = path.join(dataDir, 'web.lock')
  return fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : undefined
}

async function stopLeftPostgres(dataDir: string) {
  const data = path.join(dataDir, 'postgres')
  if (!fs.existsSync(path.join(data, 'postmaster.pid'))) return
  await (await embeddedPostgres({ dataDir: data, name: 'custodia' })).stop()
}
