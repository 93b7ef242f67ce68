import type { ViteDevServer } from 'vite'
import { claimDataFolder, locksOf, type Role } from './data-folder.ts'
import { openWorld, readEnvironment } from './open-world.ts'

// The process that serves: pages, worker, and PostgreSQL below them. Built into one bundle with the pages, so that one copy of the domain runs.

/** Runs a role until a signal ends it; `vite` serves the pages from source. */
export async function serve(role: Role, vite?: ViteDevServer) {
  for (const lock of locksOf(role)) claimDataFolder(readEnvironment().DATA_DIR, lock)
  const [world, { listen, startWorker, seedDemoOnce }] = await Promise.all([openWorld(), import('./product.ts')]) // loaded while PostgreSQL starts
  const demo = await seedDemoOnce(world.ownerUrl)
  const stops: (() => Promise<void>)[] = []
  if (role !== 'worker') stops.push(await listen(vite))
  if (role !== 'web') stops.push(await startWorker(world))
  greet(role, demo)
  stopOnSignal(async () => {
    await Promise.all(stops.map((stop) => stop()))
    await world.close()
  })
}

function greet(role: Role, demo: { email: string; role: string }[]) {
  const seconds = (performance.now() / 1000).toFixed(1) // since the process began
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
