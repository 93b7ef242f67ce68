import type { Server } from 'node:http'
import { TemplateProblem } from '#app/platform/templates.server.ts'
import { buildWhenOld } from './build.ts'
import { claimDataFolder, StartProblem } from './data-folder.ts'
import { openWorld, readEnvironment } from './open-world.ts'

// npm start: web and worker in one process. npm run web, npm run worker: one of them. npm run dev: pages from source.

type Role = 'all' | 'web' | 'worker' | 'dev'
const role = (process.argv[2] ?? 'all') as Role
const startedAt = performance.now()

async function main() {
  process.env.NODE_ENV = role === 'dev' ? 'development' : 'production'
  const environment = readEnvironment()
  for (const lock of role === 'all' || role === 'dev' ? ['web', 'worker'] : [role]) claimDataFolder(environment.DATA_DIR, lock)
  if (role === 'all' || role === 'web') await buildWhenOld()
  const [world, parts] = await Promise.all([openWorld(), loadParts()])
  parts.checkTemplates()
  const demo = await parts.seedDemoOnce()
  const stops: (() => Promise<void>)[] = []
  if (role !== 'worker') stops.push(await listen(parts, role === 'dev'))
  if (role !== 'web') stops.push(await parts.startWorker(world))
  greet(demo)
  stopOnSignal(async () => {
    await Promise.all(stops.map((stop) => stop()))
    await world.close()
  })
}

/** Loaded while PostgreSQL starts. */
async function loadParts() {
  const [{ createServer }, { checkTemplates }, { seedDemoOnce }, { startWorker }, { databaseAnswers }, { mountHandlers }] = await Promise.all([
    import('#app/http/server.server.ts'),
    import('#app/platform/check-templates.server.ts'),
    import('#db/seed/seed-demo-once.server.ts'),
    import('#app/jobs/worker.server.ts'),
    import('#app/platform/health.server.ts'),
    import('#app/http/handlers.server.ts'),
  ])
  return { createServer, checkTemplates, seedDemoOnce, startWorker, databaseAnswers, mountHandlers }
}

async function listen(parts: Awaited<ReturnType<typeof loadParts>>, development: boolean): Promise<() => Promise<void>> {
  const { HOST, PORT } = readEnvironment()
  const vite = development ? await (await import('vite')).createServer({ configFile: 'remix.config.js', server: { middlewareMode: true } }) : undefined
  const built = new URL('../build/server/index.js', import.meta.url).href
  const app = parts.createServer({
    build: vite ? () => vite.ssrLoadModule('virtual:remix/server-build') as never : await import(built),
    before: (express) => {
      if (vite) express.use(vite.middlewares)
      parts.mountHandlers(express)
    },
    development,
    isReady: parts.databaseAnswers,
  })
  const server = await bind(app.listen(PORT, HOST), PORT)
  server.requestTimeout = 120_000
  server.headersTimeout = 15_000
  return async () => {
    server.closeIdleConnections()
    const hard = setTimeout(() => server.closeAllConnections(), 5_000)
    await new Promise<void>((resolve) => server.close(() => resolve()))
    clearTimeout(hard)
    await vite?.close()
  }
}

function bind(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new StartProblem(`Port ${port} is taken by another program. Set PORT to a free one.`) : error),
    )
  })
}

function greet(demo: { email: string; role: string }[]) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const { PUBLIC_URL, DATA_DIR } = readEnvironment()
  if (role === 'worker') return void process.stdout.write(`Custodia's worker runs on ${DATA_DIR} (${seconds} s).\n`)
  process.stdout.write(`\n  Custodia   ${PUBLIC_URL}   (ready in ${seconds} s, data in ${DATA_DIR})\n\n`)
  if (demo.length === 0) return
  process.stdout.write('  Demo sign-ins (no password needed: choose one on the sign-in page)\n')
  for (const person of demo) process.stdout.write(`    ${person.email.padEnd(34)} ${person.role}\n`)
  process.stdout.write('\n')
}

function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

main().catch((error: unknown) => {
  const plain = error instanceof StartProblem || error instanceof TemplateProblem
  process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
