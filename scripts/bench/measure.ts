import { endAll } from './cleaning.ts'
import { must, type Options, type Workload } from './workload.ts'

// The process of one workload: measures, tells its parent the result, and leaves nothing behind.

const [name, options] = process.argv.slice(2)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll().then(() => process.exit(130)))

try {
  must(process.env.NODE_ENV === 'production', 'NODE_ENV is not production')
  const { workload } = (await import(`./${name}.ts`)) as { workload: Workload }
  const result = await workload.run(JSON.parse(options ?? '') as Options)
  process.send?.({ about: workload.about, result })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
} finally {
  await endAll()
  process.disconnect?.()
}
