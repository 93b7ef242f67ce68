import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#db/free-port.server.ts'
import { buildWhenOld } from '#scripts/build.ts'
import { onEnd } from './cleaning.ts'
import { must } from './workload.ts'
import type { World } from './world.ts'

export type Running = { url: string; pid: number }

/** The real web process in production mode on the world's database, as the app role. */
export async function startProduct(world: World): Promise<Running> {
  await buildWhenOld()
  const port = await freePort()
  const running = await startNode(['scripts/start.js', 'web'], {
    port,
    ready: '/healthz',
    env: { PORT: String(port), DATA_DIR: world.dataDir, DATABASE_URL: world.appUrl, DATABASE_OWNER_URL: world.ownerUrl, CUSTODIA_MODE: 'production', LOG_LEVEL: 'error' },
  })
  const [connection] = await world.owner<{ usename: string }[]>`
    select distinct usename from pg_stat_activity where application_name = 'custodia' and pid <> pg_backend_pid() order by usename`
  must(connection?.usename === 'custodia_app', 'the web process is not connected as the app role')
  const stranger = await fetch(`${running.url}/vendors`, { redirect: 'manual' })
  must(stranger.status === 302 && stranger.headers.get('Location')?.startsWith('/sign-in') === true, 'the list opens without a session')
  return running
}

/** A script of this folder as a process of its own that answers on a port given to it as PORT. */
export async function startReference(script: string, env: Record<string, string>): Promise<Running> {
  const port = await freePort()
  return startNode(['--import', 'tsx', `scripts/bench/${script}`], { port, ready: '/', env: { ...env, PORT: String(port) } })
}

type Start = { port: number; ready: string; env: Record<string, string> }

async function startNode(words: string[], { port, ready, env }: Start): Promise<Running> {
  let said = ''
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4000)))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  onEnd(async () => {
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(hard)
  })
  const url = `http://127.0.0.1:${port}`
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(50)) {
    must(child.exitCode === null && child.signalCode === null, `${words[0]} ended:\n${said}`)
    if (await fetch(`${url}${ready}`).then((answer) => answer.ok, () => false)) return { url, pid: child.pid! }
  }
  throw new Error(`${words[0]} did not answer:\n${said}`)
}
